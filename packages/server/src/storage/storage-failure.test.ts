import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isStorageDamage, isStorageFailure } from './storage-failure.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function failureOf(file: string, question = 'SELECT * FROM sqlite_schema'): unknown {
  try {
    new DatabaseSync(file).prepare(question).all();
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
}

it('tells a broken file from one that cannot be opened, and both from a wrong question', () => {
  const broken = path.join(folder, 'broken.db');
  writeFileSync(broken, 'not a database, and longer than nothing');
  const damaged = failureOf(broken);
  expect([isStorageFailure(damaged), isStorageDamage(damaged)]).toEqual([true, true]);
  const absent = failureOf(path.join(folder, 'nowhere', 'guichet.db'));
  expect([isStorageFailure(absent), isStorageDamage(absent)]).toEqual([true, false]);
  const wrong = failureOf(':memory:', 'SELECT nonsense');
  expect([isStorageFailure(wrong), isStorageDamage(wrong)]).toEqual([false, false]);
  expect(isStorageDamage(new Error('file is not a database'))).toBe(false);
});
