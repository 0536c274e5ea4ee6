import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { openSqlite } from './open-sqlite.ts';
import { createSqlStorage } from './sql-storage.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-storage-'));
let count = 0;
const freshFile = () => path.join(folder, `${++count}.db`);

afterAll(() => rmSync(folder, { recursive: true }));

it('writes ahead and syncs at every commit', async () => {
  const file = freshFile();
  const database = openSqlite(file);
  const storage = createSqlStorage(database);
  await storage.migrate();
  const beside = new DatabaseSync(file);
  expect(beside.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  const { rows } = await sql`PRAGMA synchronous`.execute(database);
  expect(rows).toEqual([{ synchronous: 2 }]);
  beside.close();
  await storage.close();
});
