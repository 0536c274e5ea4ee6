import { Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import { openSqlite } from '../open-sqlite.ts';
import { createSqlStorage } from '../sql-storage.ts';
import { ALL_MIGRATIONS } from './all-migrations.ts';

it('an instance of before: its answers are read as before, without parts', async () => {
  const database = openSqlite(':memory:');
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ALL_MIGRATIONS } });
  await migrator.migrateTo('0005-visitor-errors');
  const storage = createSqlStorage(database);
  await storage.createVisitor({ id: 'vis_1', site: 'default', locale: 'en', createdAt: 1 });
  await storage.createConversation({ id: 'con_1', visitorId: 'vis_1', site: 'default', createdAt: 2 });
  const run = { id: 'run_1', conversation_id: 'con_1', visitor_id: 'vis_1', site: 'default', user_message_id: 'msg_q' };
  const more = { message_id: 'msg_a', position: 2, idempotency_key: 'k', body_hash: 'h', status: 'complete' as const };
  const times = { checkpoint_text: '', checkpoint_reasoning: '', started_at: 3, ended_at: 4 };
  await database
    .insertInto('run')
    .values({ ...run, ...more, ...times })
    .execute();
  const message = { conversation_id: 'con_1', status: 'complete' as const, reasoning: '', sources: '[]' };
  const rest = { error_code: null, error_ref: null, created_at: 3 };
  await database
    .insertInto('message')
    .values([
      { ...message, ...rest, id: 'msg_q', run_id: null, role: 'user', position: 1, text: 'Q' },
      { ...message, ...rest, id: 'msg_a', run_id: 'run_1', role: 'assistant', position: 2, text: 'A' },
    ])
    .execute();

  await storage.migrate();
  const answer = (await storage.readConversation('con_1', 'vis_1'))?.messages[1];
  expect(answer).toMatchObject({ id: 'msg_a', text: 'A', activities: [], attachments: [] });
  expect(await storage.readRun('run_1', 'vis_1')).toMatchObject({ text: 'A', activities: [], attachments: [] });
  expect(await storage.readFollowUps('msg_a', 'vis_1')).toMatchObject({ questions: null });
  expect(await storage.listAnswers(5)).toMatchObject([{ messageId: 'msg_a', ms: 1, activities: [] }]);
  await database.destroy();
});
