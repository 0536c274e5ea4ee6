import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqlite } from './open-sqlite.ts';
import { siteRecordsSuite } from './site-records-suite.ts';
import { createSqlSiteRecords } from './sql-site-records.ts';
import { createSqlStorage } from './sql-storage.ts';

siteRecordsSuite('SQLite', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-sites-'));
  const file = path.join(folder, 'guichet.db');
  const [database, beside] = [openSqlite(file), openSqlite(file)];
  await createSqlStorage(database).migrate();
  return {
    records: createSqlSiteRecords(database),
    beside: createSqlSiteRecords(beside),
    async writeSettings(id, settings) {
      await database.updateTable('site').set({ settings }).where('id', '=', id).execute();
    },
    async close() {
      await Promise.all([database.destroy(), beside.destroy()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
