import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPILE_CACHE } from '../testing/compile-cache.ts';
import { openSafe } from './open-safe.ts';
import { isOwnRow, placeOf } from './own-records.ts';
import { rotateSecrets } from './rotate-secrets.ts';
import { openSecret, sealSecret } from './secret-box.ts';
import { openTestRecords } from './testing/open-test-records.ts';
import { sampleMasterKey, sampleMasterKeys } from './testing/sample-master-keys.ts';

const SECRETS = 10_000;
const OLD = sampleMasterKey('old', 1);
const NEW = sampleMasterKey('new', 2);
const textOf = (number: number) => `value of secret number ${number}`;
const nameOf = (number: number) => `site-${String(number).padStart(5, '0')}.credential`;

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-rotation-'));
const original = path.join(folder, 'original.db');
/** Longer than any rotation takes. */
const STAY_ALIVE_MS = 60_000;

let copies = 0;

beforeAll(async () => {
  const { records, close } = await openTestRecords(original);
  await openSafe(records, sampleMasterKeys(OLD));
  await records.rewriteAll(() => ({
    changes: {
      remove: [],
      replace: [],
      add: Array.from({ length: SECRETS }, (_, number) => ({
        name: nameOf(number),
        record: sealSecret(textOf(number), placeOf(nameOf(number)), OLD),
        updatedAt: 1,
        updatedBy: '',
      })),
    },
    outcome: undefined,
  }));
  await close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function freshCopy(): string {
  const file = path.join(folder, `${++copies}.db`);
  copyFileSync(original, file);
  return file;
}

/** @param killAfterMs for the point `wait`: from the first written row */
async function rotateAndDie(file: string, words: readonly string[], killAfterMs?: number): Promise<string | null> {
  const script = path.join(import.meta.dirname, 'testing/rotate-and-die.ts');
  const child = spawn(process.execPath, [script, file, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...COMPILE_CACHE },
  });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), killAfterMs).unref());
  return new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
}

/** Reads every secret after the crash. @returns the one key that all of them are sealed with */
async function keyOfAll(file: string): Promise<string> {
  const { records, close } = await openTestRecords(file);
  const safe = await openSafe(records, sampleMasterKeys(NEW, OLD));
  expect(safe).toMatchObject({ ok: true, damaged: [] });
  const all = (await records.list()).filter(({ name }) => !isOwnRow(name));
  expect(all.map(({ name }) => name)).toEqual(Array.from({ length: SECRETS }, (_, number) => nameOf(number)));
  const opened = all.map(({ name, record }) => openSecret(record, placeOf(name), [NEW, OLD]));
  const keyIds = new Set(opened.map((secret, number) => secret.ok && secret.value === textOf(number) && secret.keyId));
  await close();
  const beside = new DatabaseSync(file);
  expect(beside.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  beside.close();
  expect([...keyIds]).toEqual([expect.stringMatching(/^(old|new)$/)]);
  return String([...keyIds][0]);
}

describe(`a rotation of ${SECRETS} secrets, killed`, () => {
  it.each([
    [['before-update', '1'], 'old'],
    [['before-update', '5000'], 'old'],
    [['before-commit'], 'old'],
    [['after-commit'], 'new'],
  ])('at the point %j, leaves all of them %s', async (words, expected) => {
    const file = freshCopy();
    expect(await rotateAndDie(file, words)).toBe('SIGKILL');
    expect(await keyOfAll(file)).toBe(expected);
  });

  it('from outside at any moment, leaves all of them old or all of them new', async () => {
    for (const milliseconds of [0, 30, 120, 400]) {
      const file = freshCopy();
      await rotateAndDie(file, ['wait'], milliseconds);
      await keyOfAll(file);
    }
  }, 60_000);

  it('can be done again afterwards', async () => {
    const file = freshCopy();
    await rotateAndDie(file, ['before-update', '7777']);
    const { records, close } = await openTestRecords(file);
    expect(await rotateSecrets(records, sampleMasterKeys(NEW, OLD), { dryRun: false })).toEqual({
      kind: 'rotated',
      dryRun: false,
      rewrapped: SECRETS,
      already: 0,
      removableKeyIds: ['old'],
    });
    await close();
    expect(await keyOfAll(file)).toBe('new');
  });

  it('and not killed, while another process sets secrets, loses none of both', async () => {
    const file = freshCopy();
    const { records, close } = await openTestRecords(file);
    const safe = await openSafe(records, sampleMasterKeys(OLD, NEW));
    if (!safe.ok) throw new Error(safe.sentence);
    let rotating = true;
    const rotation = rotateAndDie(file, ['wait'], STAY_ALIVE_MS).finally(() => {
      rotating = false;
    });
    let sets = 0;
    for (; rotating; sets += 1) {
      const name = sets % 2 === 0 ? nameOf(sets % SECRETS) : `set-meanwhile-${sets}`;
      expect(await safe.secrets.set(name, `set ${sets}`)).toEqual({ ok: true });
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(await rotation).toBeNull();
    expect(sets).toBeGreaterThan(1);
    expect(await rotateSecrets(records, sampleMasterKeys(NEW, OLD), { dryRun: false })).toMatchObject({
      kind: 'rotated',
    });
    const after = await openSafe(records, sampleMasterKeys(NEW));
    expect(after).toMatchObject({ ok: true, damaged: [] });
    for (let set = 0; set < Math.min(sets, SECRETS); set += 1) {
      const name = set % 2 === 0 ? nameOf(set) : `set-meanwhile-${set}`;
      expect(after.ok && (await after.secrets.get(name))).toEqual({ kind: 'found', value: `set ${set}` });
    }
    await close();
  });
});
