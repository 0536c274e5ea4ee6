/** Questions, the runs that answer them, and what they use up, in SQL. */
import type { PageContext } from '@guichet/contract/clean-page-context';
import { MAX_QUESTION_FILES } from '@guichet/contract/limits';
import type { Kysely, RawBuilder, Transaction, UpdateQueryBuilder, UpdateResult } from 'kysely';
import { inTransaction } from './in-transaction.ts';
import { isPostgres } from './is-postgres.ts';
import { checkpointRuns } from './run-checkpoints.ts';
import {
  CLOSE_OWN,
  FIND_BY_KEY,
  FIND_VISITORS_RUN,
  GROW_CONVERSATION,
  INSERT_ANSWER,
  INSERT_QUESTION,
  insertRunBy,
  NO_CHECKPOINT,
  READ_TURNS,
  TOUCH_CONVERSATION,
} from './run-statements.ts';
import type { Schema } from './schema.ts';
import { laterBy, type SharedClock, sharedClockOf } from './shared-clock.ts';
import { lockConversation } from './sql-conversations.ts';
import { spendingAll } from './sql-limit-use.ts';
import { releaseFiles, takeFiles } from './sql-visitor-files.ts';
import {
  type AcceptResult,
  type ClaimedRun,
  type EndResult,
  type NewQuestion,
  RUN_LEASE_MS,
  type RunEnd,
  type Storage,
  type StoredAttachment,
  type StoredRun,
  type StoredTurn,
} from './storage.ts';
import { type ConversationRow, type RunRow, toRun } from './stored-rows.ts';

/** Thrown to take back all that its transaction did. */
class NotTaken extends Error {
  readonly kind: 'file-unknown' | 'too-many-files';

  constructor(kind: NotTaken['kind']) {
    super(kind);
    this.kind = kind;
  }
}

type Connection = Kysely<Schema> | Transaction<Schema>;

/** A title is the beginning of the first question. */
const TITLE_CHARS = 80;

type RunMethods =
  | 'readTurnsBefore'
  | 'readPageContext'
  | 'findRunByKey'
  | 'acceptQuestion'
  | 'readRun'
  | 'checkpointRuns'
  | 'endRun'
  | 'renewLeases'
  | 'dropLeases'
  | 'askToStop'
  | 'leaveSharedLog'
  | 'handOver'
  | 'claimOrphans'
  | 'endOrphanedRuns';

export interface SqlRunsOptions {
  owner: string;
  signs?: Kysely<Schema> | undefined;
  /** For tests, whose times are made up. */
  clock?: SharedClock | undefined;
}

/**
 * @param owner the process whose runs these are
 * @param signs a way to the same database that questions do not use up, for what its running answers depend on
 */
export function sqlRuns(
  database: Kysely<Schema>,
  { owner, signs = database, clock = sharedClockOf(database) }: SqlRunsOptions,
): Pick<Storage, RunMethods> {
  const leaseFrom = (now: number) => laterBy(clock(now), RUN_LEASE_MS);
  const insertRun = insertRunBy(clock);
  async function readTurnsBefore(runId: string, count: number): Promise<StoredTurn[]> {
    const { rows } = await READ_TURNS(database, { runId, count });
    return rows.toReversed().map(({ role, text }) => ({ role, text }));
  }

  async function readPageContext(messageId: string): Promise<PageContext | undefined> {
    const message = database.selectFrom('message').select('page_context').where('id', '=', messageId);
    const context = (await message.executeTakeFirst())?.page_context ?? null;
    return context === null ? undefined : (JSON.parse(context) as PageContext);
  }

  async function findRunByKey(conversationId: string, visitorId: string, idempotencyKey: string) {
    const [row] = (await FIND_VISITORS_RUN(database, { conversationId, visitorId, idempotencyKey })).rows;
    return row && { run: await withAnswer(database, row), bodyHash: row.body_hash };
  }

  async function acceptQuestion(question: NewQuestion): Promise<AcceptResult> {
    const accepting = spendingAll(database, question, async (transaction, spend): Promise<AcceptResult> => {
      // Questions of one conversation are accepted one after the other: their places follow from it.
      const conversation = await lockConversation(transaction, question.conversationId, question.visitorId);
      if (!conversation) return { kind: 'conversation-unknown' };
      const { conversationId, idempotencyKey } = question;
      const [earlier] = (await FIND_BY_KEY(transaction, { conversationId, idempotencyKey })).rows;
      if (earlier) {
        if (earlier.body_hash !== question.bodyHash) return { kind: 'key-reused' };
        return { kind: 'repeated', run: await withAnswer(transaction, earlier) };
      }
      const replaced = question.replaces === undefined ? undefined : await dropLastQuestion(transaction, question);
      if (question.replaces !== undefined && !replaced) return { kind: 'question-unknown' };
      // A title that is the replaced question's words goes with them; one that its visitor wrote stays.
      const isReplaced = replaced !== undefined && conversation.title === titleOf(replaced.text);
      const titled = isReplaced ? { ...conversation, title: '' } : conversation;
      const fileIds = [...new Set([...(replaced?.fileIds ?? []), ...(question.attachments ?? [])])];
      if (fileIds.length > MAX_QUESTION_FILES) throw new NotTaken('too-many-files');
      const context = question.pageContext ? JSON.stringify(question.pageContext) : (replaced?.context ?? null);
      const run = await insertQuestion(transaction, question, titled, { owner, insertRun, context });
      const { visitorId, userMessageId: messageId } = question;
      if (!(await takeFiles(transaction, fileIds, { visitorId, messageId }))) throw new NotTaken('file-unknown');
      await spend();
      return { kind: 'accepted', run, replacedRunIds: replaced?.runIds ?? [] };
    });
    return accepting.catch((error: unknown) => {
      if (error instanceof NotTaken) return { kind: error.kind };
      throw error;
    });
  }

  async function readRun(runId: string, visitorId: string): Promise<StoredRun | undefined> {
    const row = await database
      .selectFrom('run')
      .selectAll()
      .where('id', '=', runId)
      .where('visitor_id', '=', visitorId)
      .executeTakeFirst();
    return row && withAnswer(database, row);
  }

  async function endRun(end: RunEnd): Promise<EndResult> {
    return inTransaction(database, async (transaction) => {
      await TOUCH_CONVERSATION(transaction, end);
      const [run] = (await CLOSE_OWN(transaction, { ...end, owner })).rows;
      if (!run) return whyNotEnded(transaction, end.runId);
      await insertAnswer(transaction, run, end);
      return { kind: 'ended' };
    });
  }

  async function renewLeases(now: number): Promise<{ runId: string; stopAsked: boolean }[]> {
    const rows = await updateMine({ lease_until: leaseFrom(now) });
    return rows.map(({ id, stop_asked: asked }) => ({ runId: id, stopAsked: asked === 1 }));
  }

  /**
   * The running answers of this process, or some of them. Several rows are taken in one order by all who write: two who
   * take them as they come each end up waiting for the other, and PostgreSQL breaks one of them off.
   */
  function updateMine(change: { lease_until?: RawBuilder<number> | null; shared_log?: 0 }, ids?: readonly string[]) {
    return inTransaction(signs, async (transaction) => {
      if (isPostgres(signs)) {
        const locked = transaction.selectFrom('run').select('id').where('status', '=', 'streaming');
        await locked.where('owner', '=', owner).orderBy('id').forUpdate().execute();
      }
      const mine = transaction.updateTable('run').where('status', '=', 'streaming').where('owner', '=', owner);
      const some = ids ? mine.where('id', 'in', ids) : mine;
      return some.set(change).returning(['id', 'stop_asked']).execute();
    });
  }

  async function askToStop(runId: string): Promise<void> {
    const run = database.updateTable('run').where('id', '=', runId).where('status', '=', 'streaming');
    await run.set({ stop_asked: 1 }).execute();
  }

  async function leaveSharedLog(): Promise<string[]> {
    const rows = await updateMine({ shared_log: 0 });
    return rows.map(({ id }) => id);
  }

  async function handOver(runIds: readonly string[]): Promise<void> {
    if (runIds.length > 0) await updateMine({ lease_until: null }, runIds);
  }

  async function claimOrphans(now: number): Promise<ClaimedRun[]> {
    // One statement decides: of two who look at the same time, the second finds a lease that is not over.
    const rows = await database
      .updateTable('run')
      .set((columns) => ({ owner, lease_until: leaseFrom(now), epoch: columns('epoch', '+', 1) }))
      .where('status', '=', 'streaming')
      .where((where) => where.or([where('owner', 'is', null), where('owner', '!=', owner)]))
      .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', clock(now))]))
      .returningAll()
      .execute();
    return Promise.all(
      rows.map(async (row) => ({
        run: await withAnswer(database, row),
        question: await textOf(row.user_message_id),
        hasSharedLog: row.shared_log === 1,
        stopAsked: row.stop_asked === 1,
      })),
    );
  }

  async function textOf(messageId: string): Promise<string> {
    const message = database.selectFrom('message').select('text').where('id', '=', messageId);
    return (await message.executeTakeFirst())?.text ?? '';
  }

  async function dropLeases(): Promise<void> {
    await database.updateTable('run').set({ lease_until: null }).where('status', '=', 'streaming').execute();
  }

  async function endOrphanedRuns(now: number): Promise<number> {
    const orphans = await database
      .selectFrom('run')
      .select('id')
      .where('status', '=', 'streaming')
      .where((where) => where.or([where('owner', 'is', null), where('owner', '!=', owner)]))
      .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', clock(now))]))
      .execute();
    let ended = 0;
    for (const { id } of orphans) if (await endOrphan(id, now)) ended++;
    return ended;
  }

  /** @returns false when its owner gave a sign of life meanwhile, or somebody else ended it */
  async function endOrphan(runId: string, now: number): Promise<boolean> {
    return inTransaction(database, async (transaction) => {
      const run = await closeRun(transaction, { runId, status: 'interrupted', endedAt: now }, (orphan) =>
        orphan.where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', clock(now))])),
      );
      if (!run) return false;
      await transaction.updateTable('run').set(NO_CHECKPOINT).where('id', '=', runId).execute();
      await insertAnswer(transaction, run, {
        runId,
        status: 'interrupted',
        text: run.checkpoint_text,
        reasoning: run.checkpoint_reasoning,
        sources: [],
        activities: [],
        attachments: [],
        outline: run.checkpoint_outline === null ? [] : JSON.parse(run.checkpoint_outline),
        endedAt: now,
      });
      return true;
    });
  }

  return {
    readTurnsBefore,
    readPageContext,
    findRunByKey,
    acceptQuestion,
    readRun,
    checkpointRuns: (checkpoints) => checkpointRuns(signs, owner, checkpoints),
    endRun,
    renewLeases,
    dropLeases,
    askToStop,
    leaveSharedLog,
    handOver,
    claimOrphans,
    endOrphanedRuns,
  };
}

/** The last question goes, with its answer and what that brought. @returns undefined when it is not the last one */
async function dropLastQuestion(
  transaction: Transaction<Schema>,
  { conversationId, replaces }: NewQuestion,
): Promise<{ text: string; context: string | null; runIds: string[]; fileIds: string[] } | undefined> {
  const ofConversation = transaction.selectFrom('message').where('conversation_id', '=', conversationId);
  const last = await ofConversation
    .select(['id', 'position', 'text', 'page_context'])
    .where('role', '=', 'user')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last || last.id !== replaces) return undefined;
  const fileIds = await releaseFiles(transaction, last.id);
  const answers = await ofConversation.select('attachments').where('position', '>', last.position).execute();
  const files = answers.flatMap(({ attachments }) =>
    (JSON.parse(attachments) as StoredAttachment[]).map(({ id }) => id),
  );
  if (files.length > 0) await transaction.deleteFrom('file').where('id', 'in', files).execute();
  await transaction
    .deleteFrom('message')
    .where('conversation_id', '=', conversationId)
    .where('position', '>=', last.position)
    .execute();
  const runs = await transaction
    .deleteFrom('run')
    .where('conversation_id', '=', conversationId)
    .where('user_message_id', '=', last.id)
    .returning('id')
    .execute();
  return { text: last.text, context: last.page_context, runIds: runs.map(({ id }) => id), fileIds };
}

async function insertQuestion(
  transaction: Transaction<Schema>,
  question: NewQuestion,
  conversation: ConversationRow,
  { owner, insertRun, context }: { owner: string; insertRun: ReturnType<typeof insertRunBy>; context: string | null },
): Promise<StoredRun> {
  const place = conversation.next_position;
  await GROW_CONVERSATION(transaction, {
    ...{ id: conversation.id, nextPosition: place + 2, at: question.createdAt },
    title: conversation.title || titleOf(question.text),
  });
  await INSERT_QUESTION(transaction, {
    ...{ id: question.userMessageId, conversationId: conversation.id, place, text: question.text },
    ...{ context, at: question.createdAt },
  });
  const run = {
    id: question.runId,
    conversation_id: conversation.id,
    visitor_id: question.visitorId,
    site: conversation.site,
    user_message_id: question.userMessageId,
    message_id: question.messageId,
    position: place + 1,
    idempotency_key: question.idempotencyKey,
    body_hash: question.bodyHash,
    status: 'streaming' as const,
    checkpoint_text: '',
    checkpoint_reasoning: '',
    checkpoint_outline: null,
    started_at: question.createdAt,
    ended_at: null,
    owner,
    epoch: 1,
    locale: question.locale ?? null,
    shared_log: question.hasSharedLog ? 1 : 0,
    stop_asked: 0,
  };
  await insertRun(transaction, run);
  return toRun({ ...run, lease_until: null }, undefined);
}

type StreamingRun = UpdateQueryBuilder<Schema, 'run', 'run', UpdateResult>;

/** Whoever closes it first has it: one statement decides. @returns the row, or undefined when it was not to be had */
async function closeRun(
  transaction: Transaction<Schema>,
  { runId, status, endedAt }: Pick<RunEnd, 'runId' | 'status' | 'endedAt'>,
  whose: (run: StreamingRun) => StreamingRun,
): Promise<RunRow | undefined> {
  await TOUCH_CONVERSATION(transaction, { runId, endedAt });
  const open = transaction.updateTable('run').where('id', '=', runId).where('status', '=', 'streaming');
  return whose(open.set({ status, ended_at: endedAt, lease_until: null }))
    .returningAll()
    .executeTakeFirst();
}

async function whyNotEnded(transaction: Transaction<Schema>, runId: string): Promise<EndResult> {
  const run = await transaction.selectFrom('run').selectAll().where('id', '=', runId).executeTakeFirst();
  if (!run) return { kind: 'gone' };
  if (run.status === 'streaming') return { kind: 'taken-over' };
  return { kind: 'ended-already', run: await withAnswer(transaction, run) };
}

async function insertAnswer(transaction: Transaction<Schema>, run: RunRow, end: RunEnd): Promise<void> {
  await INSERT_ANSWER(transaction, {
    id: run.message_id,
    conversation_id: run.conversation_id,
    run_id: run.id,
    role: 'assistant',
    position: run.position,
    text: end.text,
    status: end.status,
    reasoning: end.reasoning,
    sources: JSON.stringify(end.sources),
    activities: JSON.stringify(end.activities),
    attachments: JSON.stringify(end.attachments),
    outline: JSON.stringify(end.outline ?? []),
    input_tokens: end.usage?.inputTokens ?? null,
    output_tokens: end.usage?.outputTokens ?? null,
    usage_from: end.usage?.from ?? null,
    error_code: end.error?.code ?? null,
    error_ref: end.error?.ref ?? null,
    created_at: run.started_at,
  });
}

async function withAnswer(connection: Connection, row: RunRow): Promise<StoredRun> {
  const answer =
    row.status === 'streaming'
      ? undefined
      : await connection.selectFrom('message').selectAll().where('run_id', '=', row.id).executeTakeFirst();
  return toRun(row, answer);
}

function titleOf(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > TITLE_CHARS ? `${line.slice(0, TITLE_CHARS - 1).trimEnd()}…` : line;
}
