import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isDiskFull, isStorageDamage, isStorageFailure } from './storage-failure.ts';

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

const error = (code: string, message = 'said') => Object.assign(new Error(message), { code });
const ofSqlite = (errcode: number) => Object.assign(new Error('said'), { code: 'ERR_SQLITE_ERROR', errcode });

it.each([
  ['SQLite, full', ofSqlite(13)],
  ['a full disk', error('ENOSPC')],
  ['a quota that is used up', error('EDQUOT')],
  ['PostgreSQL’s disk_full', error('53100')],
])('no room is left: %s', (_, failure) => {
  expect([isDiskFull(failure), isStorageFailure(failure), isStorageDamage(failure)]).toEqual([true, true, false]);
});

it.each([
  ['SQLite, disk error while writing', ofSqlite(778)],
  ['SQLite, disk error of its shared memory', ofSqlite(4874)],
  ['SQLite, read-only because the folder is', ofSqlite(1544)],
  ['SQLite, cannot be opened: no descriptor is left', ofSqlite(14)],
  ['SQLite, no right', ofSqlite(3)],
  ['SQLite, locks of another program', ofSqlite(15)],
  ['PostgreSQL, read-only, as a standby is', error('25006')],
  ['PostgreSQL, out of memory', error('53200')],
  ['PostgreSQL, too many connections', error('53300')],
  ['PostgreSQL, told to stop', error('57P01')],
  ['PostgreSQL, starting', error('57P03')],
  ['PostgreSQL, a disk error', error('58030')],
  ['PostgreSQL, damaged pages', error('XX001')],
  ['PostgreSQL, the password was changed', error('28P01')],
  ['PostgreSQL, the database is gone', error('3D000')],
  ['PostgreSQL, the right to write was taken away', error('42501')],
  ['no descriptor for a connection', error('EMFILE')],
  ['no port is left for a connection', error('EADDRNOTAVAIL')],
  ['a connection that was cut', new Error('Connection terminated unexpectedly')],
  ['all addresses of a name', new AggregateError([error('ECONNREFUSED'), error('ENETUNREACH')])],
])('another failure of the storage: %s', (_, failure) => {
  expect([isStorageFailure(failure), isDiskFull(failure)]).toEqual([true, false]);
});

it.each([
  ['a row that is there already', error('23505')],
  ['a wrong statement', error('42601')],
  ['a text with a zero byte', error('22021')],
  ['SQLite, a row that is there already', ofSqlite(1555)],
  ['SQLite, a wrong use', ofSqlite(21)],
  ['all addresses, one for another reason', new AggregateError([error('ECONNREFUSED'), error('23505')])],
  ['no error at all', 'ENOSPC'],
])('not the storage’s: %s', (_, failure) => {
  expect([isStorageFailure(failure), isDiskFull(failure)]).toEqual([false, false]);
});
