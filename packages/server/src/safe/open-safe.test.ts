import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkMasterKeys } from './check-master-keys.ts';
import { openSafe } from './open-safe.ts';
import { openTestRecords, type TestRecords } from './testing/open-test-records.ts';
import { sampleMasterKey, sampleMasterKeys } from './testing/sample-master-keys.ts';

const A = sampleMasterKey('a', 1);
const B = sampleMasterKey('b', 2);
const KEY = 'sk-7d1f0c9a4be24356a0f7ac8e93d25b4f';
const folder = mkdtempSync(path.join(tmpdir(), 'guichet-safe-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('opening the safe', () => {
  let opened: TestRecords;
  const open = (...keys: Parameters<typeof sampleMasterKeys>) => openSafe(opened.records, sampleMasterKeys(...keys));
  const opens = async (...keys: Parameters<typeof sampleMasterKeys>) => {
    const safe = await open(...keys);
    if (!safe.ok) throw new Error(safe.sentence);
    return safe;
  };
  const break_ = (name: string, record = 'broken') =>
    opened.records.write({ name, record, updatedAt: 1, updatedBy: '' });
  const namesIn = async () => (await opened.records.list()).map(({ name }) => name);

  beforeEach(async () => {
    opened = await openTestRecords();
  });
  afterEach(() => opened.close());

  it('makes its own rows at the first start and leaves them alone afterwards', async () => {
    const first = await opens(A);
    const rows = await opened.records.list();
    expect(rows.map(({ name }) => name)).toEqual(['.check/a', '.fingerprint-salt']);
    expect((await opens(A)).fingerprintSalt).toBe(first.fingerprintSalt);
    expect(await opened.records.list()).toEqual(rows);
  });

  it('agrees on one salt when two processes start at once', async () => {
    const salts = (await Promise.all(Array.from({ length: 10 }, () => opens(A)))).map((safe) => safe.fingerprintSalt);
    expect(new Set(salts).size).toBe(1);
  });

  it('refuses a key under another name, in one sentence, and writes nothing', async () => {
    await (await opens(A)).secrets.set('one', KEY);
    const before = await opened.records.list();
    expect(await open(B)).toEqual({
      ok: false,
      sentence:
        'GUICHET_MASTER_KEYS contains the master key "b", but the stored secrets need "a". Add that key again, separated by a comma. Nothing was changed.',
      givenKeyIds: ['b'],
      wantedKeyIds: ['a'],
    });
    expect(await opened.records.list()).toEqual(before);
  });

  it('refuses another key under the same name, and says so', async () => {
    await opens(A);
    const before = await opened.records.list();
    const refusal = await open({ ...B, id: 'a' });
    expect(refusal).toMatchObject({ ok: false, givenKeyIds: ['a'], wantedKeyIds: ['a'] });
    expect(refusal.ok === false && refusal.sentence).toContain('"a" is set, but to a different key');
    expect(await opened.records.list()).toEqual(before);
  });

  it('names the file that the wrong key is in, or that no key was set', async () => {
    await opens(A);
    const file = await openSafe(opened.records, { keys: [B], created: false, file: '/data/master-keys' });
    expect(file).toMatchObject({ ok: false, sentence: expect.stringContaining('The file /data/master-keys contains') });
    const made = await openSafe(opened.records, { keys: [B], created: true, file: '/data/master-keys' });
    expect(made).toMatchObject({
      ok: false,
      sentence:
        'GUICHET_MASTER_KEYS is not set, but the stored secrets need "a". Set it to its previous value. Nothing was changed.',
    });
  });

  it('refuses when one of two keys in use has been taken out', async () => {
    await (await opens(A)).secrets.set('one', KEY);
    await (await opens(B, A)).secrets.set('two', KEY);
    expect(await open(A)).toMatchObject({ ok: false, wantedKeyIds: ['b'] });
    expect(await open(B)).toMatchObject({ ok: false, wantedKeyIds: ['a'] });
    expect(await open(A, B)).toMatchObject({ ok: true, damaged: [] });
  });

  it('lets go of a new key that nothing was sealed with yet', async () => {
    await (await opens(A)).secrets.set('one', KEY);
    await opens(B, A);
    expect(await open(A)).toMatchObject({ ok: true, damaged: [] });
  });

  it('starts with damaged records, names them, and the others work', async () => {
    const { secrets } = await opens(A);
    for (const name of ['one', 'two', 'three']) await secrets.set(name, KEY);
    const one = (await opened.records.read('one'))?.record ?? '';
    await break_('two', one);
    await break_('three', one.replace('.a.', '.z.'));
    const safe = await opens(A);
    expect(safe.damaged).toEqual([
      { name: 'three', reason: 'unknown-key' },
      { name: 'two', reason: 'wrong-key' },
    ]);
    expect(await safe.secrets.get('one')).toEqual({ kind: 'found', value: KEY });
  });

  it('makes broken rows of its own anew when the secrets prove the key right', async () => {
    await (await opens(A)).secrets.set('one', KEY);
    for (const name of ['.check/a', '.fingerprint-salt']) await break_(name);
    const safe = await opens(A);
    expect(safe.damaged).toEqual([]);
    expect(await checkMasterKeys(opened.records, sampleMasterKeys(A))).toEqual({ ok: true, damaged: [] });
    expect((await opens(A)).fingerprintSalt).toBe(safe.fingerprintSalt);
    expect(await namesIn()).toEqual(['.check/a', '.fingerprint-salt', 'one']);
  });

  it('refuses a wrong key also when the check row is gone or broken', async () => {
    await (await opens(A)).secrets.set('one', KEY);
    await break_('.check/a');
    expect(await open(B)).toMatchObject({ ok: false, wantedKeyIds: ['a'] });
    expect(await open({ ...B, id: 'a' })).toMatchObject({ ok: false, wantedKeyIds: ['a'] });
    await opened.records.delete('.check/a');
    expect(await open(B)).toMatchObject({ ok: false, wantedKeyIds: ['a'] });
    expect(await open({ ...B, id: 'a' })).toMatchObject({ ok: false, wantedKeyIds: ['a'] });
    expect(await open(A)).toMatchObject({ ok: true, damaged: [] });
  });
});

it('changes not a byte of the data directory when the key is wrong', async () => {
  const file = path.join(folder, 'wrong-key.db');
  const right = await openTestRecords(file);
  const safe = await openSafe(right.records, sampleMasterKeys(A));
  if (safe.ok) await safe.secrets.set('one', KEY);
  await right.close();
  const content = () => readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'hex')]);
  const before = content();
  const wrong = await openTestRecords(file);
  expect((await openSafe(wrong.records, sampleMasterKeys(B))).ok).toBe(false);
  await wrong.close();
  expect(content()).toEqual(before);
});
