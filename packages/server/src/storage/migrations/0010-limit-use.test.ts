import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import type { Limit } from '../../limits/limit.ts';
import { createSqlStorage } from '../sql-storage.ts';
import { TEST_DATABASES } from '../testing/test-databases.ts';
import { ALL_MIGRATIONS } from './all-migrations.ts';

it.each(TEST_DATABASES)('an instance of before, on %s: what was used up today still counts', async (_, open) => {
  const { database, close } = await open();
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ALL_MIGRATIONS } });
  await migrator.migrateTo('0008-run-owners');
  await sql`
    INSERT INTO daily_use (scope, day, count) VALUES
      ('visitor:vis_1', '2026-11-30', 4), ('visitor:vis_1', '2026-11-29', 9), ('address:Net:work_-1', '2026-11-30', 7),
      ('conversations:Net:work_-1', '2026-11-30', 2), ('visitors:Net:work_-1', '2026-11-30', 3),
      ('readiness', 'check', 1)
  `.execute(database);
  const storage = createSqlStorage(database);
  await storage.migrate();

  const rows = await database.selectFrom('limit_use').selectAll().orderBy('count').execute();
  const network = { kind: 'network', subject: 'Net:work_-1', window: 'day', period: '2026-11-30' };
  expect(rows).toEqual([
    { ...network, unit: 'conversations', count: 2 },
    { ...network, unit: 'visitors', count: 3 },
    { kind: 'visitor', subject: 'vis_1', unit: 'messages', window: 'day', period: '2026-11-30', count: 4 },
    { ...network, unit: 'messages', count: 7 },
    { kind: 'visitor', subject: 'vis_1', unit: 'messages', window: 'day', period: '2026-11-29', count: 9 },
  ]);
  // Three of four are used up: one more visitor may come from there, and then none.
  const limits: Limit[] = [{ kind: 'network', subject: 'Net:work_-1', unit: 'visitors', window: 'day', limit: 4 }];
  const come = (id: string) =>
    storage.createVisitor({ id, site: 'default', locale: 'en', createdAt: 1 }, { day: '2026-11-30', limits });
  expect([await come('vis_2'), await come('vis_3')]).toEqual([true, false]);
  await storage.check();
  await close();
});
