/** The safe's rows in a database of their own, for tests. */
import { openSqlite } from '../../storage/open-sqlite.ts';
import type { SecretRecords } from '../../storage/secret-records.ts';
import { createSqlSecretRecords } from '../../storage/sql-secret-records.ts';
import { createSqlStorage } from '../../storage/sql-storage.ts';

export interface TestRecords {
  records: SecretRecords;
  close: () => Promise<void>;
}

export async function openTestRecords(file = ':memory:'): Promise<TestRecords> {
  const database = openSqlite(file);
  await createSqlStorage(database).migrate();
  return { records: createSqlSecretRecords(database), close: () => database.destroy() };
}
