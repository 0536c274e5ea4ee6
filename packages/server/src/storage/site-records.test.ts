import { siteRecordsSuite } from './site-records-suite.ts';
import { createSqlSiteRecords } from './sql-site-records.ts';
import { createSqlStorage } from './sql-storage.ts';
import { TEST_DATABASES } from './testing/test-databases.ts';

for (const [name, open] of TEST_DATABASES) {
  siteRecordsSuite(name, async () => {
    const { database, beside, close } = await open();
    await createSqlStorage(database).migrate();
    return {
      records: createSqlSiteRecords(database),
      beside: createSqlSiteRecords(beside),
      async writeSettings(id, settings) {
        await database.updateTable('site').set({ settings }).where('id', '=', id).execute();
      },
      close,
    };
  });
}
