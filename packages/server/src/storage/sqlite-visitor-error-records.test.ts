import { openSqlite } from './open-sqlite.ts';
import { createSqlStorage } from './sql-storage.ts';
import { createSqlVisitorErrorRecords } from './sql-visitor-error-records.ts';
import { visitorErrorRecordsSuite } from './visitor-error-records-suite.ts';

visitorErrorRecordsSuite('SQLite', async () => {
  const database = openSqlite(':memory:');
  await createSqlStorage(database).migrate();
  return { records: createSqlVisitorErrorRecords(database), close: () => database.destroy() };
});
