import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkMasterKeys } from './check-master-keys.ts';
import { openSafe } from './open-safe.ts';
import { rotateSecrets } from './rotate-secrets.ts';
import { keyIdOf } from './secret-box.ts';
import type { SecretStore } from './secret-store.ts';
import { openTestRecords, type TestRecords } from './testing/open-test-records.ts';
import { sampleMasterKey, sampleMasterKeys } from './testing/sample-master-keys.ts';

const A = sampleMasterKey('a', 1);
const B = sampleMasterKey('b', 2);
const C = sampleMasterKey('c', 3);

describe('a rotation', () => {
  let opened: TestRecords;
  const open = async (...keys: Parameters<typeof sampleMasterKeys>) => {
    const safe = await openSafe(opened.records, sampleMasterKeys(...keys), () => 1_000);
    if (!safe.ok) throw new Error(safe.sentence);
    return safe;
  };
  const rotate = (dryRun: boolean, ...keys: Parameters<typeof sampleMasterKeys>) =>
    rotateSecrets(opened.records, sampleMasterKeys(...keys), { dryRun, now: () => 9_000 });
  const fill = async (secrets: SecretStore) => {
    for (const name of ['one', 'two', 'three']) await secrets.set(name, `the value of ${name}`, { updatedBy: 'ada' });
  };

  beforeEach(async () => {
    opened = await openTestRecords();
  });
  afterEach(() => opened.close());

  it('seals everything with the first key, after which the old one can go', async () => {
    const before = await open(A);
    await fill(before.secrets);
    const { secrets } = await open(B, A);
    await secrets.set('four', 'set with b already');
    expect(await rotate(false, B, A)).toEqual({
      kind: 'rotated',
      dryRun: false,
      rewrapped: 3,
      already: 1,
      removableKeyIds: ['a'],
    });
    const after = await open(B);
    expect(await after.secrets.get('one')).toEqual({ kind: 'found', value: 'the value of one' });
    expect(after.fingerprintSalt).toBe(before.fingerprintSalt);
    expect(new Set((await opened.records.list()).map(({ record }) => keyIdOf(record)))).toEqual(new Set(['b']));
    expect((await opened.records.list()).map(({ name }) => name)).not.toContain('.check/a');
    expect(await rotate(false, B, A)).toMatchObject({ rewrapped: 0, already: 4, removableKeyIds: ['a'] });
  });

  it('says the same without doing it in a dry run', async () => {
    await fill((await open(A)).secrets);
    const before = await opened.records.list();
    expect(await rotate(true, B, A)).toEqual({
      kind: 'rotated',
      dryRun: true,
      rewrapped: 3,
      already: 0,
      removableKeyIds: ['a'],
    });
    expect(await opened.records.list()).toEqual(before);
  });

  it('keeps when and by whom a secret was set', async () => {
    await fill((await open(A)).secrets);
    await rotate(false, B, A);
    const { secrets } = await open(B);
    expect(await secrets.describe('one')).toMatchObject({ keyId: 'b', updatedAt: 1_000, updatedBy: 'ada' });
  });

  it('gathers secrets of several old keys', async () => {
    await fill((await open(A)).secrets);
    await (await open(B, A)).secrets.set('one', 'with b');
    await (await open(C, B, A)).secrets.set('two', 'with c');
    expect(await rotate(false, C, A, B)).toMatchObject({ rewrapped: 2, already: 1, removableKeyIds: ['a', 'b'] });
    expect(await (await open(C)).secrets.get('three')).toMatchObject({ kind: 'found' });
  });

  it('changes nothing when a secret cannot be read, and names it', async () => {
    await fill((await open(A)).secrets);
    const [one, two] = [await opened.records.read('one'), await opened.records.read('two')];
    await opened.records.write({ name: 'two', record: one?.record ?? '', updatedAt: 1, updatedBy: '' });
    const before = await opened.records.list();
    for (const dryRun of [true, false]) {
      expect(await rotate(dryRun, B, A)).toEqual({
        kind: 'corrupt',
        dryRun,
        corrupt: [{ name: 'two', reason: 'wrong-key' }],
      });
    }
    expect(await opened.records.list()).toEqual(before);
    await opened.records.write({ name: 'two', record: two?.record ?? '', updatedAt: 1, updatedBy: '' });
    expect(await rotate(false, B, A)).toMatchObject({ kind: 'rotated', rewrapped: 3 });
  });

  it('changes nothing with keys that are not those of the safe', async () => {
    await fill((await open(A)).secrets);
    const before = await opened.records.list();
    const wrong: Parameters<typeof sampleMasterKeys>[] = [[B], [B, C], [{ ...B, id: 'a' }], [B, { ...C, id: 'a' }]];
    for (const keys of wrong) {
      const rotation = await rotate(false, ...keys);
      expect(rotation).toMatchObject({ kind: 'wrong-master-keys', wrong: { wantedKeyIds: ['a'] } });
    }
    expect(await opened.records.list()).toEqual(before);
  });

  it('is not held up by broken rows of the safe’s own', async () => {
    await fill((await open(A)).secrets);
    for (const name of ['.check/a', '.fingerprint-salt']) {
      await opened.records.write({ name, record: 'broken', updatedAt: 1, updatedBy: '' });
    }
    expect(await rotate(false, A)).toMatchObject({ kind: 'rotated', rewrapped: 0, already: 3, removableKeyIds: [] });
    expect(await checkMasterKeys(opened.records, sampleMasterKeys(A))).toEqual({ ok: true, damaged: [] });
    expect(await (await open(A)).secrets.describe('one')).toMatchObject({ fingerprint: expect.stringMatching(/:/) });
  });
});
