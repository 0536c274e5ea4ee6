import { createSqlStorage } from './sql-storage.ts';
import { createSqlVisitorErrorRecords } from './sql-visitor-error-records.ts';
import { TEST_DATABASES } from './testing/test-databases.ts';
import { visitorErrorRecordsSuite } from './visitor-error-records-suite.ts';

for (const [name, open] of TEST_DATABASES) {
  visitorErrorRecordsSuite(name, async () => {
    const { database, close } = await open();
    await createSqlStorage(database).migrate();
    return { records: createSqlVisitorErrorRecords(database), close };
  });
}
