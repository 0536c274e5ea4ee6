import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecretStore, MAX_SECRET_CHARS, type SecretStore } from './secret-store.ts';
import { openTestRecords, type TestRecords } from './testing/open-test-records.ts';
import { sampleMasterKey, sampleMasterKeys } from './testing/sample-master-keys.ts';

const A = sampleMasterKey('a', 1);
const B = sampleMasterKey('b', 2);
const KEY = 'sk-7d1f0c9a4be24356a0f7ac8e93d25b4f';
const OTHER = 'sk-c05a9e7713fd48b29e90d17ba43c86f2';

describe('the secret store', () => {
  let opened: TestRecords;
  let store: SecretStore;
  const storeWith = (...keys: Parameters<typeof sampleMasterKeys>) =>
    createSecretStore({
      records: opened.records,
      masterKeys: sampleMasterKeys(...keys),
      salt: 'salt',
      now: () => 5_000,
    });

  beforeEach(async () => {
    opened = await openTestRecords();
    store = storeWith(A);
  });
  afterEach(() => opened.close());

  it('gives back what was set, and replaces it', async () => {
    expect(await store.get('openwebui.credential')).toEqual({ kind: 'missing' });
    expect(await store.set('openwebui.credential', KEY)).toEqual({ ok: true });
    expect(await store.set('openwebui.credential', OTHER)).toEqual({ ok: true });
    expect(await store.get('openwebui.credential')).toEqual({ kind: 'found', value: OTHER });
  });

  it('describes without showing', async () => {
    await store.set('openwebui.credential', KEY, { updatedBy: 'ada' });
    expect(await store.describe('openwebui.credential')).toEqual({
      name: 'openwebui.credential',
      set: true,
      kind: 'open-webui-api-key',
      lastTwo: '4f',
      fingerprint: expect.stringMatching(/^[0-9a-f]{4}:[0-9a-f]{4}:[0-9a-f]{4}$/),
      keyId: 'a',
      updatedAt: 5_000,
      updatedBy: 'ada',
    });
    expect(await store.describe('other')).toEqual({ name: 'other', set: false });
  });

  it('deletes for good', async () => {
    await store.set('one', KEY);
    expect(await store.delete('one')).toBe(true);
    expect(await store.delete('one')).toBe(false);
    expect(await store.get('one')).toEqual({ kind: 'missing' });
  });

  it('seals with the first key and opens with all', async () => {
    await store.set('one', KEY);
    const both = storeWith(B, A);
    expect(await both.get('one')).toEqual({ kind: 'found', value: KEY });
    await both.set('two', OTHER);
    expect(await both.describe('two')).toMatchObject({ keyId: 'b' });
    expect(await store.get('two')).toEqual({ kind: 'corrupt', name: 'two', reason: 'unknown-key' });
  });

  it('names a corrupt record and leaves the others usable', async () => {
    await store.set('one', KEY);
    await store.set('two', OTHER);
    await store.set('three', KEY);
    const two = await opened.records.read('two');
    const one = await opened.records.read('one');
    await opened.records.write({ ...one, name: 'two', record: one?.record ?? '', updatedAt: 1, updatedBy: '' });
    expect(await store.get('two')).toEqual({ kind: 'corrupt', name: 'two', reason: 'wrong-key' });
    expect(await store.listDescriptions()).toMatchObject([
      { name: 'one', set: true, lastTwo: '4f' },
      { name: 'three', set: true, lastTwo: '4f' },
      { name: 'two', set: true, corrupt: 'wrong-key', keyId: 'a', updatedAt: 1 },
    ]);
    await opened.records.write({ name: 'two', record: two?.record.slice(0, 50) ?? '', updatedAt: 1, updatedBy: '' });
    expect(await store.describe('two')).toMatchObject({ corrupt: 'malformed' });
    expect(await store.get('one')).toEqual({ kind: 'found', value: KEY });
    await store.set('two', OTHER);
    expect(await store.get('two')).toEqual({ kind: 'found', value: OTHER });
  });

  it('refuses what it could not keep', async () => {
    for (const name of [
      '',
      '.check/a',
      '.fingerprint-salt',
      'a b',
      'é',
      `a${'b'.repeat(100)}`,
      '../x',
      'a\nb',
      "a'b",
    ]) {
      expect(await store.set(name, KEY)).toEqual({ ok: false, problem: 'bad-name' });
    }
    expect(await store.set('one', '')).toEqual({ ok: false, problem: 'empty' });
    expect(await store.set('one', 'x'.repeat(MAX_SECRET_CHARS + 1))).toEqual({ ok: false, problem: 'too-long' });
    expect(await store.set('one', 'half \udc00')).toEqual({ ok: false, problem: 'not-unicode' });
    expect(await store.set('one', 'x'.repeat(MAX_SECRET_CHARS))).toEqual({ ok: true });
    expect(await store.listDescriptions()).toHaveLength(1);
  });

  it('keeps its own rows out of reach', async () => {
    await opened.records.write({ name: '.fingerprint-salt', record: 'x', updatedAt: 1, updatedBy: '' });
    expect(await store.get('.fingerprint-salt')).toEqual({ kind: 'missing' });
    expect(await store.describe('.fingerprint-salt')).toEqual({ name: '.fingerprint-salt', set: false });
    expect(await store.delete('.fingerprint-salt')).toBe(false);
    expect(await store.listDescriptions()).toEqual([]);
  });
});
