import { secretRecordsSuite } from './secret-records-suite.ts';
import { createSqlSecretRecords } from './sql-secret-records.ts';
import { createSqlStorage } from './sql-storage.ts';
import { TEST_DATABASES } from './testing/test-databases.ts';

for (const [name, open] of TEST_DATABASES) {
  secretRecordsSuite(name, async () => {
    const { database, beside, close } = await open();
    await createSqlStorage(database).migrate();
    return { records: createSqlSecretRecords(database), beside: createSqlSecretRecords(beside), close };
  });
}
