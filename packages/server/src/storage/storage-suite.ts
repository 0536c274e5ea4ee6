/** What every storage must do: one suite, run against each database. */
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Limit, LimitUnit } from '../limits/limit.ts';
import type { Schema } from './schema.ts';
import { GIVEN_TIME } from './shared-clock.ts';
import { createSqlStorage } from './sql-storage.ts';
import { type NewQuestion, RUN_LEASE_MS, type Storage } from './storage.ts';
import type { TestDatabase } from './testing/test-databases.ts';

const VISITOR = 'vis_a';
const OTHER = 'vis_b';

function question(number: number, more: Partial<NewQuestion> = {}): NewQuestion {
  return {
    conversationId: 'con_1',
    visitorId: VISITOR,
    text: `Question ${number}`,
    idempotencyKey: `key-${number}`,
    bodyHash: `hash-${number}`,
    runId: `run_${number}`,
    userMessageId: `msg_q${number}`,
    messageId: `msg_a${number}`,
    createdAt: 1_000 + number,
    day: '2026-11-23',
    limits: [],
    ...more,
  };
}

function end(number: number, text: string) {
  return {
    runId: `run_${number}`,
    status: 'complete' as const,
    text,
    reasoning: '',
    sources: [],
    activities: [],
    attachments: [],
    endedAt: 2_000 + number,
  };
}

const ofNetwork = (unit: LimitUnit, limit: number): Limit => ({
  ...{ kind: 'network', subject: 'x', unit, window: 'day', limit },
});
const ofVisitor = (limit: number): Limit => ({
  ...{ kind: 'visitor', subject: 'a', unit: 'messages', window: 'day', limit },
});

/** @param open makes an empty, unmigrated database */
export function storageSuite(name: string, open: () => Promise<TestDatabase>): void {
  describe(`storage: ${name}`, () => {
    let opened: TestDatabase;
    let database: Kysely<Schema>;
    let storage: Storage;

    beforeEach(async () => {
      opened = await open();
      database = opened.database;
      storage = createSqlStorage(database, { clock: GIVEN_TIME, owner: 'srv_a' });
      await storage.migrate();
      for (const id of [VISITOR, OTHER]) {
        await storage.createVisitor({ id, site: 'default', locale: 'en', createdAt: 1 });
      }
      await storage.createConversation({ id: 'con_1', visitorId: VISITOR, site: 'default', createdAt: 2 });
    });
    afterEach(() => opened.close());

    it('migrates twice without harm and can be checked', async () => {
      await storage.migrate();
      await storage.check();
      await storage.check();
    });

    it('makes no conversation for a visitor who does not exist, or for another site', async () => {
      const base = { id: 'con_2', site: 'default', createdAt: 3 };
      const unknown = { kind: 'visitor-unknown' };
      expect(await storage.createConversation({ ...base, visitorId: 'vis_gone' })).toEqual(unknown);
      expect(await storage.createConversation({ ...base, visitorId: VISITOR, site: 'elsewhere' })).toEqual(unknown);
    });

    it('keeps so many conversations of a visitor, and so many a day of a network, counted exactly', async () => {
      const limits = { atMost: 4, day: '2026-11-23', limits: [ofNetwork('conversations', 5)] };
      const make = (visitorId: string, number: number) =>
        storage.createConversation(
          { id: `con_${visitorId}_${number}`, visitorId, site: 'default', createdAt: 3 },
          limits,
        );
      const of = async (visitorId: string) =>
        (await Promise.all(Array.from({ length: 6 }, (_, number) => make(visitorId, number))))
          .map(({ kind }) => kind)
          .sort();
      expect(await of(VISITOR)).toEqual(['made', 'made', 'made', 'too-many', 'too-many', 'too-many']);
      expect(await of(OTHER)).toEqual([...Array(4).fill('limit-reached'), 'made', 'made']);
      expect(await make(OTHER, 9)).toEqual({
        kind: 'limit-reached',
        limit: ofNetwork('conversations', 5),
      });
      expect(await storage.listConversations(OTHER)).toHaveLength(2);
    });

    it('makes so many visitors a day of a network, and none beyond', async () => {
      const spending = { day: '2026-11-23', limits: [ofNetwork('visitors', 3)] };
      const made = await Promise.all(
        Array.from({ length: 5 }, (_, number) =>
          storage.createVisitor({ id: `vis_new_${number}`, site: 'default', locale: 'en', createdAt: 1 }, spending),
        ),
      );
      expect(made.filter(Boolean)).toHaveLength(3);
      const base = { id: 'con_new', site: 'default', createdAt: 3 };
      expect(await storage.createConversation({ ...base, visitorId: `vis_new_${made.indexOf(false)}` })).toEqual({
        kind: 'visitor-unknown',
      });
    });

    it('gives a conversation in pages, bounded by messages and by text, the running answer among them', async () => {
      for (let number = 1; number <= 5; number++) {
        await storage.acceptQuestion(question(number, { text: 'q'.repeat(10) }));
        if (number < 5) await storage.endRun(end(number, `${number}`.repeat(20)));
      }
      await storage.checkpointRuns([{ runId: 'run_5', text: '5'.repeat(20), reasoning: '' }]);
      const read = async (page: { before?: number; messages: number; chars: number }) => {
        const { messages = [], earlier } = (await storage.readConversation('con_1', VISITOR, page)) ?? {};
        return { ids: messages.map(({ id }) => id.slice(4)), earlier };
      };
      const newest = await read({ messages: 4, chars: 1_000 });
      expect(newest).toEqual({ ids: ['q4', 'a4', 'q5', 'a5'], earlier: '7' });
      expect(await read({ before: 7, messages: 4, chars: 1_000 })).toEqual({
        ids: ['q2', 'a2', 'q3', 'a3'],
        earlier: '3',
      });
      expect(await read({ before: 3, messages: 4, chars: 1_000 })).toEqual({ ids: ['q1', 'a1'], earlier: undefined });
      // 20 of the answer, 10 of the question, and 2 more for each of its three empty lists.
      expect((await read({ messages: 100, chars: 36 })).ids).toEqual(['q5', 'a5']);
      expect((await read({ messages: 100, chars: 1 })).ids).toEqual(['a5']);
      expect(await read({ messages: 10, chars: 1_000 })).toMatchObject({ earlier: undefined });
      expect((await read({ before: 1, messages: 10, chars: 1_000 })).ids).toEqual([]);
    });

    it('accepts a question, shows it with its running answer, and stores the end once', async () => {
      expect(await storage.acceptQuestion(question(1))).toMatchObject({
        kind: 'accepted',
        run: { status: 'streaming' },
      });
      await storage.checkpointRuns([{ runId: 'run_1', text: 'Half', reasoning: 'Hm' }]);
      expect((await storage.readConversation('con_1', VISITOR))?.messages).toMatchObject([
        { id: 'msg_q1', role: 'user', text: 'Question 1', status: 'complete' },
        { id: 'msg_a1', role: 'assistant', text: 'Half', status: 'streaming', runId: 'run_1' },
      ]);
      const sources = [{ id: 's1', title: 'Opening hours' }];
      expect(await storage.endRun({ ...end(1, 'Half and half'), sources })).toEqual({ kind: 'ended' });
      expect(await storage.endRun(end(1, 'Something else'))).toMatchObject({
        kind: 'ended-already',
        run: { text: 'Half and half' },
      });
      await storage.checkpointRuns([{ runId: 'run_1', text: 'late', reasoning: '' }]);
      expect((await storage.readConversation('con_1', VISITOR))?.messages).toMatchObject([
        { id: 'msg_q1' },
        { id: 'msg_a1', text: 'Half and half', status: 'complete', sources },
      ]);
      expect(await storage.readRun('run_1', VISITOR)).toMatchObject({
        text: 'Half and half',
        status: 'complete',
        sources,
      });
    });

    it('keeps what was done for an answer and the files it brought, as long as the conversation exists', async () => {
      const activities = [
        { id: 'call_1', kind: 'tool' as const, title: 'Weather', state: 'done' as const, round: 1, ms: 40 },
      ];
      const attachments = [{ id: 'fil_1', contentType: 'image/png', description: 'A lighthouse' }];
      await storage.acceptQuestion(question(1));
      const bytes = Uint8Array.from([0, 255, 137, 80]);
      const file = { id: 'fil_1', runId: 'run_1', contentType: 'image/png', bytes, createdAt: 5 };
      expect(await storage.addFile(file)).toBe(true);
      expect(await storage.addFile({ ...file, id: 'fil_2', runId: 'run_gone' })).toBe(false);
      await storage.endRun({ ...end(1, 'Sunny'), activities, attachments });
      const answer = (await storage.readConversation('con_1', VISITOR))?.messages[1];
      expect(answer).toMatchObject({ activities, attachments });
      expect(await storage.readRun('run_1', VISITOR)).toMatchObject({ activities, attachments });
      const read = await storage.readFile('fil_1', VISITOR);
      expect(read?.contentType).toBe('image/png');
      expect(Uint8Array.from(read?.bytes ?? [])).toEqual(bytes);
      expect(await storage.readFile('fil_1', OTHER)).toBeUndefined();
      await storage.deleteConversation('con_1', VISITOR);
      expect(await storage.readFile('fil_1', VISITOR)).toBeUndefined();
    });

    it('keeps the order of an answer’s parts, of a running one as of its last checkpoint', async () => {
      const outline = [
        { id: 'p1', type: 'text' as const, chars: 4 },
        { id: 'p2', type: 'tool' as const, of: 'call_1' },
        { id: 'p3', type: 'text' as const, chars: 5 },
      ];
      await storage.acceptQuestion(question(1));
      expect(await storage.readRun('run_1', VISITOR)).toMatchObject({ outline: [] });
      await storage.checkpointRuns([{ runId: 'run_1', text: 'Look', reasoning: '', outline: outline.slice(0, 2) }]);
      const read = async () => (await storage.readConversation('con_1', VISITOR))?.messages[1]?.outline;
      expect(await read()).toEqual(outline.slice(0, 2));
      expect(await storage.readRun('run_1', VISITOR)).toMatchObject({ outline: outline.slice(0, 2) });
      await storage.endRun({ ...end(1, 'LookSunny'), outline });
      expect(await read()).toEqual(outline);
      expect(await storage.readRun('run_1', VISITOR)).toMatchObject({ outline });
      await storage.acceptQuestion(question(2));
      await storage.checkpointRuns([{ runId: 'run_2', text: 'Look', reasoning: '', outline }]);
      const next = createSqlStorage(database, { clock: GIVEN_TIME, owner: 'srv_b' });
      const [claimed] = await next.claimOrphans(1_002 + RUN_LEASE_MS);
      expect(claimed?.run).toMatchObject({ text: 'Look', outline });
    });

    it('keeps who a visitor is by the word of the site’s owner, where it is known', async () => {
      await storage.createVisitor({ id: 'vis_c', site: 'default', locale: 'en', createdAt: 1, subject: 'user-7' });
      const rows = database.selectFrom('visitor').select(['id', 'subject']).orderBy('id');
      expect((await rows.execute()).map(({ subject }) => subject)).toEqual([null, null, 'user-7']);
    });

    it('keeps proposed questions once, and shows them to the visitor of the answer alone', async () => {
      await storage.acceptQuestion(question(1));
      expect(await storage.readFollowUps('msg_a1', VISITOR)).toBeUndefined();
      await storage.endRun(end(1, 'Seven euros'));
      const state = {
        status: 'complete',
        question: 'Question 1',
        answer: 'Seven euros',
        runId: 'run_1',
        site: 'default',
      };
      expect(await storage.readFollowUps('msg_a1', VISITOR)).toMatchObject({ ...state, questions: null });
      expect(await storage.readFollowUps('msg_a1', OTHER)).toBeUndefined();
      expect(await storage.readFollowUps('msg_q1', VISITOR)).toBeUndefined();
      await storage.writeFollowUps('msg_a1', ['And children?']);
      await storage.writeFollowUps('msg_a1', ['Too late']);
      expect((await storage.readFollowUps('msg_a1', VISITOR))?.questions).toEqual(['And children?']);
    });

    it('lists answers for operators, newest first, without anything that was asked or written', async () => {
      await storage.acceptQuestion(question(1));
      const usage = { inputTokens: 301, outputTokens: 22, from: 'open-webui' as const };
      await storage.endRun({ ...end(1, 'First'), sources: [{ id: '1', title: 'secret title' }], usage });
      await storage.acceptQuestion(question(2));
      const error = { code: 'assistant-timeout', ref: 'AAAA-BBBB' };
      const activities = [{ id: 'c', kind: 'tool' as const, title: 'Slow', state: 'failed' as const, round: 2, ms: 9 }];
      await storage.endRun({ ...end(2, ''), status: 'failed', activities, error });
      await storage.acceptQuestion(question(3));
      const answers = await storage.listAnswers(10);
      expect(answers).toEqual([
        {
          messageId: 'msg_a2',
          site: 'default',
          status: 'failed',
          startedAt: 1_002,
          ms: 1_000,
          characters: 0,
          sourceCount: 0,
          activities,
          error,
        },
        {
          messageId: 'msg_a1',
          site: 'default',
          status: 'complete',
          startedAt: 1_001,
          ms: 1_000,
          characters: 5,
          sourceCount: 1,
          activities: [],
          usage,
        },
      ]);
      expect(await storage.listAnswers(1)).toHaveLength(1);
      expect(JSON.stringify(answers)).not.toMatch(/Question|First|secret title/);
    });

    it('titles a conversation by its first question', async () => {
      await storage.acceptQuestion(question(1, { text: `  What\n does ${'very '.repeat(40)}long mean?` }));
      await storage.acceptQuestion(question(2));
      const [summary] = await storage.listConversations(VISITOR);
      expect(summary?.title).toMatch(/^What does very .*…$/);
      expect(summary?.title.length).toBeLessThanOrEqual(80);
    });

    it('answers a repeated key with the same run, and refuses it for another body', async () => {
      await storage.acceptQuestion(question(1));
      const again = question(2, { idempotencyKey: 'key-1', bodyHash: 'hash-1' });
      expect(await storage.acceptQuestion(again)).toMatchObject({ kind: 'repeated', run: { id: 'run_1' } });
      expect(await storage.acceptQuestion({ ...again, bodyHash: 'other' })).toEqual({ kind: 'key-reused' });
      expect((await storage.readConversation('con_1', VISITOR))?.messages).toHaveLength(2);
      expect(await storage.findRunByKey('con_1', VISITOR, 'key-1')).toMatchObject({ bodyHash: 'hash-1' });
      expect(await storage.findRunByKey('con_1', OTHER, 'key-1')).toBeUndefined();
    });

    it('accepts one of many simultaneous questions with one key', async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, number) =>
          storage.acceptQuestion(question(number, { idempotencyKey: 'same-key', bodyHash: 'same' })),
        ),
      );
      expect(results.filter((result) => result.kind === 'accepted')).toHaveLength(1);
      expect(results.filter((result) => result.kind === 'repeated')).toHaveLength(19);
    });

    it('counts a day’s limits exactly, also under simultaneous questions, and spends nothing on a refusal', async () => {
      const limits = [ofVisitor(5), ofNetwork('messages', 100)];
      const results = await Promise.all(
        Array.from({ length: 12 }, (_, number) => storage.acceptQuestion(question(number, { limits }))),
      );
      expect(results.filter((result) => result.kind === 'accepted')).toHaveLength(5);
      expect(results.filter((result) => result.kind === 'limit-reached')).toHaveLength(7);
      const network = [ofNetwork('messages', 6)];
      expect(await storage.acceptQuestion(question(50, { limits: network }))).toMatchObject({ kind: 'accepted' });
      expect(await storage.acceptQuestion(question(51, { limits: network }))).toEqual({
        kind: 'limit-reached',
        limit: network[0],
      });
      const tomorrow = question(52, { limits: network, day: '2026-11-24' });
      expect(await storage.acceptQuestion(tomorrow)).toMatchObject({ kind: 'accepted' });
    });

    it('tells which ratings Open WebUI has to get, change and lose', async () => {
      await storage.acceptQuestion(question(1));
      await storage.endRun(end(1, 'Answer'));
      const due = async (now: number) => storage.claimDueRatings(now, now + 10, 5);
      await storage.noteRatingWithdrawn('msg_a1', 1);
      expect(await due(1)).toEqual([]);
      await storage.rateAnswer('msg_a1', VISITOR, { rating: -1, reason: 'other', at: 1 });
      await storage.noteRatingToPass({ messageId: 'msg_a1', model: 'echo', now: 1 });
      const [first, ...others] = await due(1);
      if (!first) throw new Error('no rating is due');
      expect(others).toEqual([]);
      const feedback = { rating: -1, reason: 'other', at: 1 };
      const rating = { messageId: 'msg_a1', model: 'echo', attempts: 0, claimedUntil: 11 };
      expect(first).toEqual({ ...rating, feedback });
      // Claimed: nobody else gets it until the claim is over.
      expect(await due(10)).toEqual([]);
      await storage.retryRating(first, 12);
      const [second] = await due(12);
      expect(second).toMatchObject({ attempts: 1, claimedUntil: 22 });
      if (!second) throw new Error('no rating is due');
      // Rated again while the first is on its way: it is due again, and known there.
      await storage.noteRatingToPass({ messageId: 'msg_a1', model: 'other', now: 13 });
      await storage.ratingWasPassed(second, 'fb_1');
      const [third] = await due(13);
      if (!third) throw new Error('no rating is due');
      expect(third).toMatchObject({ upstreamId: 'fb_1', model: 'echo', attempts: 0 });
      await storage.ratingWasPassed(third, 'fb_1');
      expect(await due(100)).toEqual([]);
      await storage.deleteConversation('con_1', VISITOR);
      const [last] = await due(101);
      if (!last) throw new Error('no rating is due');
      expect(last).toMatchObject({ messageId: 'msg_a1', upstreamId: 'fb_1' });
      expect(last).not.toHaveProperty('feedback');
      // Given up: not found again.
      await storage.retryRating(last, undefined);
      expect(await due(1_000)).toEqual([]);
      await storage.noteRatingWithdrawn('msg_a1', 1_001);
      const [again] = await due(1_001);
      if (!again) throw new Error('no rating is due');
      await storage.ratingWasPassed(again, undefined);
      await storage.noteRatingWithdrawn('msg_a1', 1_002);
      expect(await due(1_002)).toEqual([]);
    });

    it('counts what leaves no row, and nothing of it where one limit is reached', async () => {
      const [narrow, wide] = [ofVisitor(1), ofNetwork('messages', 2)];
      const spend = (...limits: Limit[]) => storage.spend({ day: '2026-11-23', limits });
      expect(await spend(wide, narrow)).toBe(true);
      expect(await spend(wide, narrow)).toBe(false);
      expect(await spend(wide)).toBe(true);
      expect(await spend(wide)).toBe(false);
    });

    it('forgets what was used up on days gone by, and counts on today', async () => {
      const use = (number: number, day: string) =>
        storage.acceptQuestion(question(number, { day, limits: [ofVisitor(1)] }));
      for (const [number, day] of ['2026-11-21', '2026-11-22', '2026-11-23'].entries()) await use(number, day);
      await storage.check();
      await storage.forgetUseBefore('2026-11-22');
      expect(await use(11, '2026-11-21')).toMatchObject({ kind: 'accepted' });
      expect(await use(12, '2026-11-22')).toMatchObject({ kind: 'limit-reached' });
      expect(await use(13, '2026-11-23')).toMatchObject({ kind: 'limit-reached' });
    });

    it('keeps one visitor from reading, asking in, or deleting what is another’s', async () => {
      await storage.acceptQuestion(question(1));
      expect(await storage.readConversation('con_1', OTHER)).toBeUndefined();
      expect(await storage.deleteConversation('con_1', OTHER)).toBeUndefined();
      expect(await storage.readRun('run_1', OTHER)).toBeUndefined();
      expect(await storage.listConversations(OTHER)).toEqual([]);
      expect(await storage.acceptQuestion(question(2, { visitorId: OTHER }))).toEqual({ kind: 'conversation-unknown' });
    });

    it('keeps each answer behind its question, whatever order they end in', async () => {
      await storage.acceptQuestion(question(1));
      await storage.acceptQuestion(question(2));
      await storage.endRun(end(2, 'Second'));
      await storage.endRun(end(1, 'First'));
      const texts = (await storage.readConversation('con_1', VISITOR))?.messages.map((message) => message.text);
      expect(texts).toEqual(['Question 1', 'First', 'Question 2', 'Second']);
    });

    it('gives the turns before a question, without failed and empty ones', async () => {
      await storage.acceptQuestion(question(1));
      await storage.endRun(end(1, 'First'));
      await storage.acceptQuestion(question(2));
      await storage.endRun({ ...end(2, ''), status: 'failed', error: { code: 'assistant-timeout', ref: 'AAAA-BBBB' } });
      await storage.acceptQuestion(question(3));
      expect(await storage.readTurnsBefore('run_3', 10)).toEqual([
        { role: 'user', text: 'Question 1' },
        { role: 'assistant', text: 'First' },
        { role: 'user', text: 'Question 2' },
      ]);
      expect(await storage.readTurnsBefore('run_3', 1)).toEqual([{ role: 'user', text: 'Question 2' }]);
      expect(await storage.readRun('run_2', VISITOR)).toMatchObject({
        error: { code: 'assistant-timeout', ref: 'AAAA-BBBB' },
      });
    });

    it('ends orphaned runs as interrupted with their last checkpoint, once', async () => {
      await storage.acceptQuestion(question(1));
      await storage.checkpointRuns([{ runId: 'run_1', text: 'As far as', reasoning: '' }]);
      await storage.acceptQuestion(question(2));
      const next = createSqlStorage(database, { clock: GIVEN_TIME, owner: 'srv_b' });
      await next.dropLeases();
      expect(await next.endOrphanedRuns(5_000)).toBe(2);
      expect(await next.endOrphanedRuns(6_000)).toBe(0);
      expect((await storage.readConversation('con_1', VISITOR))?.messages).toMatchObject([
        { role: 'user' },
        { role: 'assistant', text: 'As far as', status: 'interrupted' },
        { role: 'user' },
        { role: 'assistant', text: '', status: 'interrupted' },
      ]);
    });

    it('takes for orphaned only what has had no sign of life for the time of a lease, and never its own', async () => {
      await storage.acceptQuestion(question(1, { createdAt: 10_000 }));
      const other = createSqlStorage(database, { clock: GIVEN_TIME, owner: 'srv_b' });
      expect(await other.endOrphanedRuns(10_000 + RUN_LEASE_MS - 1)).toBe(0);
      await storage.renewLeases(12_000);
      expect(await other.endOrphanedRuns(12_000 + RUN_LEASE_MS - 1)).toBe(0);
      expect(await storage.endOrphanedRuns(12_000 + RUN_LEASE_MS)).toBe(0);
      await other.renewLeases(90_000);
      expect(await other.endOrphanedRuns(12_000 + RUN_LEASE_MS)).toBe(1);
    });

    it('whose run another process ended learns so, and cannot write into it any more', async () => {
      await storage.acceptQuestion(question(1, { createdAt: 0 }));
      await storage.checkpointRuns([{ runId: 'run_1', text: 'As far', reasoning: '' }]);
      const other = createSqlStorage(database, { clock: GIVEN_TIME, owner: 'srv_b' });
      expect(await other.endRun(end(1, 'Not mine'))).toEqual({ kind: 'taken-over' });
      await other.checkpointRuns([{ runId: 'run_1', text: 'Not mine', reasoning: '' }]);
      expect(await other.endOrphanedRuns(RUN_LEASE_MS)).toBe(1);
      await storage.checkpointRuns([{ runId: 'run_1', text: 'As far as I came', reasoning: '' }]);
      expect(await storage.endRun(end(1, 'All of it'))).toMatchObject({
        kind: 'ended-already',
        run: { id: 'run_1', status: 'interrupted', text: 'As far' },
      });
      expect((await storage.readConversation('con_1', VISITOR))?.messages[1]).toMatchObject({ text: 'As far' });
    });

    it('ends a run once, whoever tries at the same moment', async () => {
      await storage.acceptQuestion(question(1, { createdAt: 0 }));
      const others = Array.from({ length: 5 }, (_, number) =>
        createSqlStorage(database, { clock: GIVEN_TIME, owner: `srv_${number}` }).endOrphanedRuns(RUN_LEASE_MS),
      );
      const [own, ...orphaned] = await Promise.all([storage.endRun(end(1, 'All')), ...others]);
      const ended = orphaned.reduce((sum, count) => sum + count, own.kind === 'ended' ? 1 : 0);
      expect(ended).toBe(1);
      expect((await storage.readConversation('con_1', VISITOR))?.messages).toHaveLength(2);
    });

    it('keeps the reference of an answer that was cut, and the error of one that failed', async () => {
      const error = { code: 'assistant-unavailable', ref: 'AAAA-BBBB' };
      await storage.acceptQuestion(question(1));
      await storage.endRun({ ...end(1, 'As far'), status: 'interrupted', error });
      await storage.acceptQuestion(question(2));
      await storage.endRun({ ...end(2, ''), status: 'failed', error });
      const { messages = [] } = (await storage.readConversation('con_1', VISITOR)) ?? {};
      expect(messages[1]).toMatchObject({ status: 'interrupted', ref: 'AAAA-BBBB' });
      expect(messages[1]).not.toHaveProperty('error');
      expect(messages[3]).toMatchObject({ status: 'failed', error });
      expect(await storage.readRun('run_1', VISITOR)).toMatchObject({ status: 'interrupted', error });
    });

    it('keeps times of today as numbers, in every place where they are compared', async () => {
      const now = 1_790_000_000_123;
      await storage.createConversation({ id: 'con_now', visitorId: VISITOR, site: 'default', createdAt: now });
      const asked = question(1, { conversationId: 'con_now', createdAt: now });
      expect(await storage.acceptQuestion(asked)).toMatchObject({ run: { startedAt: now } });
      expect(await storage.readRun('run_1', VISITOR)).toMatchObject({ startedAt: now });
      await storage.endRun({ ...end(1, 'A'), endedAt: now + 1_500 });
      expect(await storage.listAnswers(1)).toMatchObject([{ startedAt: now, ms: 1_500, characters: 1 }]);
      const [listed] = await storage.listConversations(VISITOR);
      expect(listed).toMatchObject({ id: 'con_now', createdAt: new Date(now).toISOString() });
    });

    it('keeps every character, but for the one that no database has a place for', async () => {
      const text = 'a\u0000b \ud83d\ude00 \u202e é \n\t “ ” \\ \' "';
      await storage.acceptQuestion(question(1, { text }));
      await storage.endRun(end(1, text));
      const stored = (await storage.readConversation('con_1', VISITOR))?.messages.map((message) => message.text) ?? [];
      expect(stored.map((one) => one.replaceAll('\0', '?').replaceAll('\ufffd', '?'))).toEqual(
        Array(2).fill(text.replace('\0', '?')),
      );
    });

    it('lets questions, answers and a deletion of one conversation come at the same moment', async () => {
      for (let round = 1; round <= 5; round++) {
        const id = `con_busy_${round}`;
        await storage.createConversation({ id, visitorId: VISITOR, site: 'default', createdAt: 3 });
        const numbers = [1, 2, 3, 4].map((number) => round * 10 + number);
        for (const number of numbers) await storage.acceptQuestion(question(number, { conversationId: id }));
        const results = await Promise.all([
          ...numbers.map(async (number) => (await storage.endRun(end(number, 'A'))).kind),
          storage.deleteConversation(id, VISITOR).then((deleted) => deleted?.runIds.length),
          storage.acceptQuestion(question(round * 10 + 5, { conversationId: id })).then(({ kind }) => kind),
        ]);
        expect(results.slice(0, 4).every((kind) => kind === 'ended' || kind === 'gone')).toBe(true);
        expect([4, 5]).toContain(results[4]);
        expect(await storage.readConversation(id, VISITOR)).toBeUndefined();
      }
    });

    it('deletes a conversation with all that belongs to it and names its running answers', async () => {
      await storage.acceptQuestion(question(1));
      expect(await storage.deleteConversation('con_1', VISITOR)).toEqual({ runIds: ['run_1'] });
      expect(await storage.readRun('run_1', VISITOR)).toBeUndefined();
      expect(await storage.endRun(end(1, 'Too late'))).toEqual({ kind: 'gone' });
      expect(await storage.listConversations(VISITOR)).toEqual([]);
    });

    describe('what is a visitor’s own', () => {
      it('exists until it is erased, with everything that belongs to it and nothing else', async () => {
        await storage.acceptQuestion(question(1));
        await storage.endRun(end(1, 'Answer'));
        await storage.createConversation({ id: 'con_2', visitorId: OTHER, site: 'default', createdAt: 1 });
        expect(await storage.hasVisitor(VISITOR)).toBe(true);
        expect(await storage.eraseVisitor(VISITOR)).toEqual({ runIds: ['run_1'] });
        expect(await storage.eraseVisitor(VISITOR)).toBeUndefined();
        expect(await storage.hasVisitor(VISITOR)).toBe(false);
        expect(await storage.readVisitor(VISITOR)).toBeUndefined();
        for (const table of ['run', 'message'] as const)
          expect(await database.selectFrom(table).select('id').execute()).toEqual([]);
        expect(await storage.listConversations(OTHER)).toHaveLength(1);
      });

      it('holds what they said of themselves, each word until it is said again', async () => {
        const consent = { version: '1', text: 'I agree.' };
        expect(await storage.introduceVisitor(VISITOR, { name: 'Ada', consent }, 7)).toBe(true);
        expect(await storage.introduceVisitor(VISITOR, { email: 'ada@example.com' }, 8)).toBe(true);
        expect(await storage.introduceVisitor(VISITOR, {}, 9)).toBe(true);
        expect(await storage.introduceVisitor('vis_none', { name: 'Eve' }, 9)).toBe(false);
        expect(await storage.introduceVisitor('vis_none', {}, 9)).toBe(false);
        expect(await storage.readVisitor(VISITOR)).toMatchObject({
          ...{ name: 'Ada', email: 'ada@example.com', consent: { ...consent, at: 7 } },
        });
      });

      it('are names of conversations and ratings of answers, and nobody else’s', async () => {
        await storage.acceptQuestion(question(1));
        await storage.endRun(end(1, 'Answer'));
        expect(await storage.renameConversation('con_1', OTHER, 'Mine')).toBe(false);
        expect(await storage.renameConversation('con_1', VISITOR, 'Bread')).toBe(true);
        expect((await storage.listConversations(VISITOR)).map(({ title }) => title)).toEqual(['Bread']);
        const feedback = { rating: -1 as const, reason: 'incorrect', at: 9 };
        expect(await storage.rateAnswer('msg_a1', OTHER, feedback)).toBe(false);
        expect(await storage.rateAnswer('msg_q1', VISITOR, feedback)).toBe(false);
        expect(await storage.rateAnswer('msg_a1', VISITOR, feedback)).toBe(true);
        expect(await storage.listAnswers(5)).toMatchObject([{ feedback }]);
        expect(await storage.rateAnswer('msg_a1', VISITOR, undefined)).toBe(true);
        expect((await storage.listAnswers(5))[0]).not.toHaveProperty('feedback');
      });

      it('is found by words, in which no sign is a pattern', async () => {
        await storage.acceptQuestion(question(1, { text: 'How long does 100% rye_bread keep?' }));
        const found = (search: string) => storage.listConversations(VISITOR, { search });
        for (const search of ['rye', 'RYE', '100%', 'e_b', 'question', 'long does'])
          expect((await found(search)).length, search).toBe(search === 'question' ? 0 : 1);
        for (const search of ['ryeXbread', 'y%b', '\\', '100_']) expect(await found(search), search).toEqual([]);
        expect(await storage.listConversations(OTHER, { search: 'rye' })).toEqual([]);
      });

      it('keeps what the page said of itself with a question, and with the one that replaces it', async () => {
        const pageContext = { title: 'Our bread' };
        await storage.acceptQuestion(question(1, { pageContext }));
        await storage.endRun(end(1, 'One'));
        await storage.acceptQuestion(question(2, { replaces: 'msg_q1' }));
        expect(await storage.readPageContext('msg_q2')).toEqual(pageContext);
        await storage.endRun(end(2, 'Two'));
        await storage.acceptQuestion(question(3, { replaces: 'msg_q2', pageContext: { title: 'Our cake' } }));
        await storage.endRun(end(3, 'Three'));
        const { messages = [] } = (await storage.readConversation('con_1', VISITOR)) ?? {};
        expect(messages[0]).toMatchObject({ context: { title: 'Our cake' } });
        await storage.acceptQuestion(question(4));
        for (const id of ['msg_q4', 'msg_q1']) expect(await storage.readPageContext(id)).toBeUndefined();
      });

      it('replaces the last question with its answer and files, and no other one', async () => {
        await storage.acceptQuestion(question(1));
        await storage.endRun(end(1, 'One'));
        await storage.acceptQuestion(question(2));
        await storage.addFile({
          ...{ id: 'file_1', runId: 'run_2', contentType: 'image/png', bytes: new Uint8Array([1]), createdAt: 1 },
        });
        await storage.endRun({ ...end(2, 'Two'), attachments: [{ id: 'file_1', contentType: 'image/png' }] });
        for (const replaces of ['msg_q1', 'msg_a2', 'msg_none'])
          expect((await storage.acceptQuestion(question(3, { replaces }))).kind).toBe('question-unknown');
        expect(await storage.acceptQuestion(question(3, { replaces: 'msg_q2' }))).toMatchObject({
          ...{ kind: 'accepted', replacedRunIds: ['run_2'] },
        });
        await storage.endRun(end(3, 'Three'));
        const { messages = [] } = (await storage.readConversation('con_1', VISITOR)) ?? {};
        expect(messages.map(({ id }) => id)).toEqual(['msg_q1', 'msg_a1', 'msg_q3', 'msg_a3']);
        expect(await storage.readRun('run_2', VISITOR)).toBeUndefined();
        expect(await storage.readFile('file_1', VISITOR)).toBeUndefined();
      });
    });
  });
}
