import { Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import { openSqlite } from '../open-sqlite.ts';
import { createSqlSiteRecords } from '../sql-site-records.ts';
import { createSqlStorage } from '../sql-storage.ts';
import { ALL_MIGRATIONS } from './all-migrations.ts';

it('an instance of before keeps its conversations, and has no record of a site', async () => {
  const database = openSqlite(':memory:');
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ALL_MIGRATIONS } });
  await migrator.migrateTo('0005-visitor-errors');
  const storage = createSqlStorage(database);
  await storage.createVisitor({ id: 'vis_1', site: 'default', locale: 'fr', createdAt: 1 });
  await storage.createConversation({ id: 'con_1', visitorId: 'vis_1', site: 'default', createdAt: 2 });
  const { error } = await migrator.migrateToLatest();
  expect(error).toBeUndefined();
  expect((await storage.listConversations('vis_1')).map(({ id }) => id)).toEqual(['con_1']);
  expect(await createSqlSiteRecords(database).list()).toEqual([]);
  await database.destroy();
});
