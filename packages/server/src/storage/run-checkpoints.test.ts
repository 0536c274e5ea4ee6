import { type Kysely, type KyselyPlugin, type RootOperationNode, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPostgres } from './is-postgres.ts';
import type { Schema } from './schema.ts';
import { GIVEN_TIME } from './shared-clock.ts';
import { createSqlStorage } from './sql-storage.ts';
import { type NewQuestion, type OutlinePart, RUN_LEASE_MS, type Storage } from './storage.ts';
import { TEST_DATABASES, type TestDatabase } from './testing/test-databases.ts';

const RUNS = Array.from({ length: 50 }, (_, at) => `run_${String(at).padStart(2, '0')}`);
const OUTLINE: OutlinePart[] = [{ type: 'text', id: 'p1', chars: 4 }];

function question(runId: string): NewQuestion {
  return {
    ...{ conversationId: 'con_1', visitorId: 'vis_a', text: 'A question', bodyHash: 'hash', idempotencyKey: runId },
    ...{ runId, createdAt: 0, day: '2026-11-23', limits: [] },
    ...{ userMessageId: `msg_q_${runId}`, messageId: `msg_a_${runId}` },
  };
}

describe.each(TEST_DATABASES)('checkpoints of many answers: %s', (name, open) => {
  let opened: TestDatabase;
  let database: Kysely<Schema>;
  let storage: Storage;
  const statements: RootOperationNode[] = [];

  const noting: KyselyPlugin = {
    transformQuery({ node }) {
      statements.push(node);
      return node;
    },
    transformResult: async ({ result }) => result,
  };

  beforeEach(async () => {
    opened = await open();
    database = opened.database;
    storage = createSqlStorage(database.withPlugin(noting), { clock: GIVEN_TIME, owner: 'srv_a' });
    await storage.migrate();
    await storage.createVisitor({ id: 'vis_a', site: 'default', locale: 'en', createdAt: 1 });
    await storage.createConversation({ id: 'con_1', visitorId: 'vis_a', site: 'default', createdAt: 2 });
    for (const runId of RUNS) await storage.acceptQuestion(question(runId));
    statements.length = 0;
  });
  afterEach(() => opened.close());

  it.skipIf(name === 'PostgreSQL')('come of questions that count last: nobody waits for the rest of them', async () => {
    // Counts what is there already at the moment when the network's row is written.
    await sql`create trigger seen after insert on limit_use begin
      insert into note (name, value, updated_at) select 'seen', count(*), 1 from run where id = 'run_new'; end`.execute(
      database,
    );
    const network = { kind: 'network', subject: 'x', unit: 'messages', window: 'day', limit: 9 } as const;
    await storage.acceptQuestion({ ...question('run_new'), limits: [network] });
    const seen = await database.selectFrom('note').select('value').where('name', '=', 'seen').executeTakeFirst();
    expect(Number(seen?.value)).toBe(1);
  });

  it('are one statement on PostgreSQL, where each one is a journey over the network', async () => {
    await storage.checkpointRuns(RUNS.map((runId) => ({ runId, text: `As far as ${runId}`, reasoning: 'Hm' })));
    expect(statements).toHaveLength(isPostgres(database) ? 1 : RUNS.length);
    for (const runId of RUNS) {
      expect(await storage.readRun(runId, 'vis_a')).toMatchObject({ text: `As far as ${runId}`, reasoning: 'Hm' });
    }
  });

  it('keep every character, and each answer’s own parts', async () => {
    const odd = ['{"a","b"}', "it's \\ \\' \\\"", 'NULL', '', ' \n\t', 'é 日本 👩‍👩‍👧 ﷽', '$1 :name ?', '}{,', '\\x00'];
    await storage.checkpointRuns(
      odd.map((text, at) => ({ runId: RUNS[at] ?? '', text, reasoning: odd.at(-1 - at) ?? '', outline: OUTLINE })),
    );
    for (const [at, text] of odd.entries()) {
      const stored = await storage.readRun(RUNS[at] ?? '', 'vis_a');
      expect(stored).toMatchObject({ text, outline: OUTLINE });
      expect(stored?.reasoning ?? '').toBe(odd.at(-1 - at));
    }
    await storage.checkpointRuns([{ runId: RUNS[0] ?? '', text: 'a\0b', reasoning: '' }]);
    expect((await storage.readRun(RUNS[0] ?? '', 'vis_a'))?.text).toBe(isPostgres(database) ? 'a\uFFFDb' : 'a\0b');
  });

  it('leave alone what is ended, what another process writes and what is unknown', async () => {
    const end = {
      status: 'complete' as const,
      reasoning: '',
      sources: [],
      activities: [],
      attachments: [],
      endedAt: 9,
    };
    await storage.endRun({ ...end, runId: 'run_00', text: 'All of it' });
    await createSqlStorage(database, { clock: GIVEN_TIME, owner: 'srv_b' }).claimOrphans(RUN_LEASE_MS);
    await storage.checkpointRuns([...RUNS, 'run_unknown'].map((runId) => ({ runId, text: 'Not mine', reasoning: '' })));
    await storage.checkpointRuns([]);
    expect(await storage.readRun('run_00', 'vis_a')).toMatchObject({ text: 'All of it' });
    for (const runId of RUNS.slice(1)) expect(await storage.readRun(runId, 'vis_a')).toMatchObject({ text: '' });
  });

  it.skipIf(name === 'SQLite')(
    'do not wait behind questions that use up all connections, nor do signs of life',
    async () => {
      const apart = createSqlStorage(database, { clock: GIVEN_TIME, owner: 'srv_a', signs: opened.beside });
      let isOver = false;
      const burst = Promise.all(Array.from({ length: 16 }, () => sql`select pg_sleep(0.5)`.execute(database))).then(
        () => {
          isOver = true;
        },
      );
      await apart.checkpointRuns([{ runId: 'run_00', text: 'As far', reasoning: '' }]);
      expect(await apart.renewLeases(1)).toHaveLength(RUNS.length);
      expect(isOver).toBe(false);
      await burst;
      expect(await storage.readRun('run_00', 'vis_a')).toMatchObject({ text: 'As far' });
    },
  );
});
