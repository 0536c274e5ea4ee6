import { Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import { createSqlStorage } from '../sql-storage.ts';
import { TEST_DATABASES } from '../testing/test-databases.ts';
import { ALL_MIGRATIONS } from './all-migrations.ts';

it.each(TEST_DATABASES)('an answer of before was begun once, and its log was in memory: %s', async (_, open) => {
  const { database, close } = await open();
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ALL_MIGRATIONS } });
  await migrator.migrateTo('0008-run-owners');
  const run = { id: 'run_1', conversation_id: 'con_1', visitor_id: 'vis_1', site: 'default', position: 2 };
  const more = { user_message_id: 'msg_q', message_id: 'msg_a', idempotency_key: 'k', body_hash: 'h' };
  const times = { started_at: 3, ended_at: null, lease_until: 4, owner: 'srv_dead' };
  await database.insertInto('visitor').values({ id: 'vis_1', site: 'default', locale: 'en', created_at: 1 }).execute();
  await database
    .insertInto('conversation')
    .values({ id: 'con_1', visitor_id: 'vis_1', site: 'default', ...AGED, title: '', next_position: 3 })
    .execute();
  await database
    .insertInto('run')
    .values({ ...run, ...more, ...times, status: 'streaming', checkpoint_text: 'As far', checkpoint_reasoning: '' })
    .execute();

  const storage = createSqlStorage(database, { owner: 'srv_new' });
  await storage.migrate();
  expect(await storage.readRun('run_1', 'vis_1')).toMatchObject({ epoch: 1, text: 'As far' });
  expect(await storage.claimOrphans(10)).toMatchObject([
    { run: { id: 'run_1', epoch: 2 }, hasSharedLog: false, stopAsked: false },
  ]);
  await close();
});

const AGED = { created_at: 1, updated_at: 1 };
