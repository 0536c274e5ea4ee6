import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Schema } from './schema.ts';
import { GIVEN_TIME } from './shared-clock.ts';
import { createSqlStorage } from './sql-storage.ts';
import { type NewQuestion, RUN_LEASE_MS, type RunEnd, type Storage } from './storage.ts';
import { TEST_DATABASES, type TestDatabase } from './testing/test-databases.ts';

function question(number: number, more: Partial<NewQuestion> = {}): NewQuestion {
  return {
    ...{ conversationId: 'con_1', visitorId: 'vis_a', text: `Question ${number}`, bodyHash: 'hash' },
    ...{ idempotencyKey: `key-${number}`, runId: `run_${number}`, createdAt: 0, day: '2026-11-23', limits: [] },
    ...{ userMessageId: `msg_q${number}`, messageId: `msg_a${number}`, ...more },
  };
}

const LISTS: Pick<RunEnd, 'sources' | 'activities' | 'attachments'> = { sources: [], activities: [], attachments: [] };
const END = { status: 'complete' as const, reasoning: '', endedAt: 9 };

describe.each(TEST_DATABASES)('answers whose process died: %s', (_, open) => {
  let opened: TestDatabase;
  let database: Kysely<Schema>;
  let dead: Storage;
  let next: Storage;

  beforeEach(async () => {
    opened = await open();
    database = opened.database;
    dead = createSqlStorage(database, { clock: GIVEN_TIME, owner: 'srv_dead' });
    next = createSqlStorage(database, { clock: GIVEN_TIME, owner: 'srv_next' });
    await dead.migrate();
    await dead.createVisitor({ id: 'vis_a', site: 'default', locale: 'en', createdAt: 1 });
    await dead.createConversation({ id: 'con_1', visitorId: 'vis_a', site: 'default', createdAt: 2 });
  });
  afterEach(() => opened.close());

  it('are claimed once their lease is over, each by one of those who look, as the next epoch', async () => {
    for (const number of [1, 2, 3]) await dead.acceptQuestion(question(number, { locale: 'fr', hasSharedLog: true }));
    await dead.checkpointRuns([{ runId: 'run_2', text: 'As far', reasoning: '' }]);
    expect(await next.claimOrphans(RUN_LEASE_MS - 1)).toEqual([]);
    const others = Array.from({ length: 5 }, (_, number) =>
      createSqlStorage(number % 2 === 0 ? database : opened.beside, { clock: GIVEN_TIME, owner: `srv_${number}` }),
    );
    const claimed = (await Promise.all(others.map((other) => other.claimOrphans(RUN_LEASE_MS)))).flat();
    expect(claimed.map(({ run }) => run.id).sort()).toEqual(['run_1', 'run_2', 'run_3']);
    expect(claimed.find(({ run }) => run.id === 'run_2')).toMatchObject({
      run: { epoch: 2, locale: 'fr', text: 'As far', status: 'streaming' },
      question: 'Question 2',
      hasSharedLog: true,
      stopAsked: false,
    });
    // Whoever died again leaves it to the next, as one more epoch.
    expect(await next.claimOrphans(2 * RUN_LEASE_MS)).toMatchObject([
      { run: { epoch: 3 } },
      { run: { epoch: 3 } },
      { run: { epoch: 3 } },
    ]);
  });

  it('cannot be written or ended by the one taken for dead, which learns so', async () => {
    await dead.acceptQuestion(question(1));
    await dead.acceptQuestion(question(2));
    await next.claimOrphans(RUN_LEASE_MS);
    await dead.checkpointRuns([{ runId: 'run_1', text: 'Not mine', reasoning: '' }]);
    expect(await dead.endRun({ ...LISTS, ...END, runId: 'run_1', text: 'All of it' })).toEqual({ kind: 'taken-over' });
    expect(await dead.renewLeases(RUN_LEASE_MS)).toEqual([]);
    expect(await next.endRun({ ...LISTS, ...END, runId: 'run_1', text: 'Anew' })).toEqual({ kind: 'ended' });
    expect(await next.readRun('run_1', 'vis_a')).toMatchObject({ epoch: 2, text: 'Anew' });
  });

  it('stay where their process gives signs of life, and go at once where it hands them over', async () => {
    await dead.acceptQuestion(question(1));
    await dead.acceptQuestion(question(2));
    await dead.renewLeases(RUN_LEASE_MS);
    await next.handOver(['run_1']);
    expect(await next.claimOrphans(RUN_LEASE_MS)).toEqual([]);
    await dead.handOver(['run_1']);
    expect(await next.claimOrphans(RUN_LEASE_MS)).toMatchObject([{ run: { id: 'run_1' } }]);
    await dead.handOver([]);
    expect(await next.claimOrphans(RUN_LEASE_MS)).toEqual([]);
  });

  it('are given signs of life while they are checkpointed and ended, without anybody waiting for anybody', async () => {
    const ids = Array.from({ length: 12 }, (_, at) => at);
    for (const number of ids) await dead.acceptQuestion(question(number, { hasSharedLog: true }));
    const beside = createSqlStorage(opened.beside, { clock: GIVEN_TIME, owner: 'srv_dead' });
    const checkpoints = ids.map((number) => ({ runId: `run_${number}`, text: 'As far', reasoning: '' }));
    const work = Array.from({ length: 2 }, (_, at) => [
      dead.checkpointRuns(at % 2 === 0 ? checkpoints : checkpoints.toReversed()),
      beside.renewLeases(at),
      beside.leaveSharedLog(),
      dead.endRun({ ...LISTS, ...END, runId: `run_${at}`, text: 'All' }),
    ]);
    // A transaction that was broken off is begun again three times at most, and fails then.
    expect((await Promise.allSettled(work.flat())).filter(({ status }) => status === 'rejected')).toEqual([]);
  });

  it('tell that their visitor stopped them, and that words were shown outside the shared log', async () => {
    for (const number of [1, 2]) await dead.acceptQuestion(question(number, { hasSharedLog: true }));
    await next.askToStop('run_1');
    expect(await dead.renewLeases(0)).toEqual(
      expect.arrayContaining([
        { runId: 'run_1', stopAsked: true },
        { runId: 'run_2', stopAsked: false },
      ]),
    );
    await next.leaveSharedLog();
    await dead.endRun({ ...LISTS, ...END, runId: 'run_1', text: '' });
    expect((await next.claimOrphans(RUN_LEASE_MS))[0]).toMatchObject({ hasSharedLog: true, stopAsked: false });
    await next.leaveSharedLog();
    expect((await dead.claimOrphans(2 * RUN_LEASE_MS))[0]).toMatchObject({ hasSharedLog: false });
  });
});
