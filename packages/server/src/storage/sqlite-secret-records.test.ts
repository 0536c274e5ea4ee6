import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { openSqlite } from './open-sqlite.ts';
import { secretRecordsSuite } from './secret-records-suite.ts';
import { createSqlSecretRecords } from './sql-secret-records.ts';
import { createSqlStorage } from './sql-storage.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-secret-records-'));
let count = 0;

afterAll(() => rmSync(folder, { recursive: true }));

secretRecordsSuite('SQLite', async () => {
  const file = path.join(folder, `${++count}.db`);
  const database = openSqlite(file);
  await createSqlStorage(database).migrate();
  const second = openSqlite(file);
  return {
    records: createSqlSecretRecords(database),
    beside: createSqlSecretRecords(second),
    close: async () => {
      await second.destroy();
      await database.destroy();
    },
  };
});
