import { Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import { createSqlStorage } from '../sql-storage.ts';
import { TEST_DATABASES } from '../testing/test-databases.ts';
import { ALL_MIGRATIONS } from './all-migrations.ts';

it.each(TEST_DATABASES)(
  'an instance of before: its answers are whole, without an order of parts: %s',
  async (_, open) => {
    const { database, close } = await open();
    const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ALL_MIGRATIONS } });
    await migrator.migrateTo('0011-replicas');
    const times = { created_at: 1, updated_at: 1 };
    await database
      .insertInto('visitor')
      .values({ id: 'vis_1', site: 'default', locale: 'en', created_at: 1 })
      .execute();
    const conversation = { id: 'con_1', visitor_id: 'vis_1', site: 'default', title: '', next_position: 5, ...times };
    await database.insertInto('conversation').values(conversation).execute();
    const run = { conversation_id: 'con_1', visitor_id: 'vis_1', site: 'default', body_hash: 'h', started_at: 1 };
    const rest = { checkpoint_reasoning: '', owner: 'srv_dead', lease_until: 2 };
    await database
      .insertInto('run')
      .values([
        {
          ...{ ...run, ...rest, id: 'run_1', user_message_id: 'q1', message_id: 'a1', position: 2 },
          ...{ idempotency_key: 'k1', status: 'complete', checkpoint_text: '', ended_at: 4 },
        },
        {
          ...{ ...run, ...rest, id: 'run_2', user_message_id: 'q2', message_id: 'a2', position: 4 },
          ...{ idempotency_key: 'k2', status: 'streaming', checkpoint_text: 'As far', ended_at: null },
        },
      ])
      .execute();
    const message = { conversation_id: 'con_1', status: 'complete' as const, reasoning: 'Hm', sources: '[]' };
    const more = { error_code: null, error_ref: null, created_at: 1, role: 'assistant' as const };
    await database
      .insertInto('message')
      .values({ ...message, ...more, id: 'a1', run_id: 'run_1', position: 2, text: 'A' })
      .execute();

    const storage = createSqlStorage(database, { owner: 'srv_new' });
    await storage.migrate();
    expect((await storage.readConversation('con_1', 'vis_1'))?.messages).toMatchObject([
      { id: 'a1', text: 'A', reasoning: 'Hm', outline: [] },
      { id: 'a2', text: 'As far', status: 'streaming', outline: [] },
    ]);
    expect(await storage.readRun('run_1', 'vis_1')).toMatchObject({ text: 'A', outline: [] });
    expect(await storage.claimOrphans(10)).toMatchObject([{ run: { id: 'run_2', text: 'As far', outline: [] } }]);
    expect(await storage.listAnswers(5)).toEqual([expect.not.objectContaining({ usage: expect.anything() })]);
    await close();
  },
);
