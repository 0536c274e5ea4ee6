import { Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import { openSqlite } from '../open-sqlite.ts';
import { createSqlStorage } from '../sql-storage.ts';
import { ALL_MIGRATIONS } from './all-migrations.ts';

it('an instance of before: what it was answering when it ended is an orphan, what it had answered is not', async () => {
  const database = openSqlite(':memory:');
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ALL_MIGRATIONS } });
  await migrator.migrateTo('0007-answer-parts');
  const storage = createSqlStorage(database, { owner: 'srv_a' });
  await storage.createVisitor({ id: 'vis_1', site: 'default', locale: 'en', createdAt: 1 });
  await storage.createConversation({ id: 'con_1', visitorId: 'vis_1', site: 'default', createdAt: 2 });
  const run = { conversation_id: 'con_1', visitor_id: 'vis_1', site: 'default', user_message_id: 'msg_q' };
  const more = { body_hash: 'h', checkpoint_reasoning: '', started_at: 3 };
  await database
    .insertInto('run')
    .values([
      {
        ...{ ...run, ...more, id: 'run_1', message_id: 'msg_1', position: 2, idempotency_key: 'k1' },
        ...{ status: 'streaming', checkpoint_text: 'As far', ended_at: null },
      },
      {
        ...{ ...run, ...more, id: 'run_2', message_id: 'msg_2', position: 4, idempotency_key: 'k2' },
        ...{ status: 'complete', checkpoint_text: '', ended_at: 4 },
      },
    ])
    .execute();

  await storage.migrate();
  expect(await storage.endOrphanedRuns(5)).toBe(1);
  expect(await storage.readRun('run_1', 'vis_1')).toMatchObject({ status: 'interrupted', text: 'As far' });
  expect(await storage.readRun('run_2', 'vis_1')).toMatchObject({ status: 'complete' });
  await database.destroy();
});
