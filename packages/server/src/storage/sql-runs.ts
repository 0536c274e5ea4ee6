/** Questions, the runs that answer them, and what they use up, in SQL. */
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';
import { ownConversation } from './sql-conversations.ts';
import { spendAll } from './sql-daily-use.ts';
import type { AcceptResult, NewQuestion, RunCheckpoint, RunEnd, Storage, StoredRun, StoredTurn } from './storage.ts';
import { type ConversationRow, type RunRow, toRun } from './stored-rows.ts';

type Connection = Kysely<Schema> | Transaction<Schema>;

/** A title is the beginning of the first question. */
const TITLE_CHARS = 80;

type RunMethods =
  | 'readTurnsBefore'
  | 'findRunByKey'
  | 'acceptQuestion'
  | 'readRun'
  | 'checkpointRuns'
  | 'endRun'
  | 'endOrphanedRuns';

export function sqlRuns(database: Kysely<Schema>): Pick<Storage, RunMethods> {
  async function readTurnsBefore(runId: string, count: number): Promise<StoredTurn[]> {
    const rows = await database
      .selectFrom('message')
      .innerJoin('run', 'run.conversation_id', 'message.conversation_id')
      .select(['message.role', 'message.text', 'message.position'])
      .where('run.id', '=', runId)
      .whereRef('message.position', '<', 'run.position')
      .whereRef('message.id', '!=', 'run.user_message_id')
      .where('message.text', '!=', '')
      .where('message.status', '!=', 'failed')
      .orderBy('message.position', 'desc')
      .limit(count)
      .execute();
    return rows.reverse().map(({ role, text }) => ({ role, text }));
  }

  async function findRunByKey(conversationId: string, visitorId: string, idempotencyKey: string) {
    const row = await database
      .selectFrom('run')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('visitor_id', '=', visitorId)
      .where('idempotency_key', '=', idempotencyKey)
      .executeTakeFirst();
    return row && { run: await withAnswer(database, row), bodyHash: row.body_hash };
  }

  async function acceptQuestion(question: NewQuestion): Promise<AcceptResult> {
    return database.transaction().execute(async (transaction) => {
      const conversation = await ownConversation(transaction, question.conversationId, question.visitorId);
      if (!conversation) return { kind: 'conversation-unknown' };
      const earlier = await transaction
        .selectFrom('run')
        .selectAll()
        .where('conversation_id', '=', question.conversationId)
        .where('idempotency_key', '=', question.idempotencyKey)
        .executeTakeFirst();
      if (earlier) {
        if (earlier.body_hash !== question.bodyHash) return { kind: 'key-reused' };
        return { kind: 'repeated', run: await withAnswer(transaction, earlier) };
      }
      const exhausted = await spendAll(transaction, question);
      if (exhausted !== undefined) return { kind: 'budget-exhausted', scope: exhausted };
      const run = await insertQuestion(transaction, question, conversation);
      return { kind: 'accepted', run };
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

  async function checkpointRuns(checkpoints: readonly RunCheckpoint[]): Promise<void> {
    await database.transaction().execute(async (transaction) => {
      for (const checkpoint of checkpoints) {
        await transaction
          .updateTable('run')
          .set({ checkpoint_text: checkpoint.text, checkpoint_reasoning: checkpoint.reasoning })
          .where('id', '=', checkpoint.runId)
          .where('status', '=', 'streaming')
          .execute();
      }
    });
  }

  async function endRun(end: RunEnd): Promise<boolean> {
    return database.transaction().execute((transaction) => endRunWithin(transaction, end));
  }

  async function endOrphanedRuns(endedAt: number): Promise<number> {
    return database.transaction().execute(async (transaction) => {
      const orphans = await transaction.selectFrom('run').selectAll().where('status', '=', 'streaming').execute();
      for (const orphan of orphans) {
        await endRunWithin(transaction, {
          runId: orphan.id,
          status: 'interrupted',
          text: orphan.checkpoint_text,
          reasoning: orphan.checkpoint_reasoning,
          sources: [],
          activities: [],
          attachments: [],
          endedAt,
        });
      }
      return orphans.length;
    });
  }

  return { readTurnsBefore, findRunByKey, acceptQuestion, readRun, checkpointRuns, endRun, endOrphanedRuns };
}

async function insertQuestion(
  transaction: Transaction<Schema>,
  question: NewQuestion,
  conversation: ConversationRow,
): Promise<StoredRun> {
  const place = conversation.next_position;
  await transaction
    .updateTable('conversation')
    .set({
      next_position: place + 2,
      updated_at: question.createdAt,
      title: conversation.title || titleOf(question.text),
    })
    .where('id', '=', conversation.id)
    .execute();
  await transaction
    .insertInto('message')
    .values({
      id: question.userMessageId,
      conversation_id: conversation.id,
      run_id: null,
      role: 'user',
      position: place,
      text: question.text,
      status: 'complete',
      reasoning: '',
      sources: '[]',
      error_code: null,
      error_ref: null,
      created_at: question.createdAt,
    })
    .execute();
  const run: RunRow = {
    id: question.runId,
    conversation_id: conversation.id,
    visitor_id: question.visitorId,
    site: conversation.site,
    user_message_id: question.userMessageId,
    message_id: question.messageId,
    position: place + 1,
    idempotency_key: question.idempotencyKey,
    body_hash: question.bodyHash,
    status: 'streaming',
    checkpoint_text: '',
    checkpoint_reasoning: '',
    started_at: question.createdAt,
    ended_at: null,
  };
  await transaction.insertInto('run').values(run).execute();
  return toRun(run, undefined);
}

async function endRunWithin(transaction: Transaction<Schema>, end: RunEnd): Promise<boolean> {
  const run = await transaction
    .selectFrom('run')
    .selectAll()
    .where('id', '=', end.runId)
    .where('status', '=', 'streaming')
    .executeTakeFirst();
  if (!run) return false;
  // The text lives in the message from here on; the checkpoint has done its work.
  await transaction
    .updateTable('run')
    .set({ status: end.status, ended_at: end.endedAt, checkpoint_text: '', checkpoint_reasoning: '' })
    .where('id', '=', end.runId)
    .execute();
  await transaction
    .insertInto('message')
    .values({
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
      error_code: end.error?.code ?? null,
      error_ref: end.error?.ref ?? null,
      created_at: run.started_at,
    })
    .execute();
  await transaction
    .updateTable('conversation')
    .set({ updated_at: end.endedAt })
    .where('id', '=', run.conversation_id)
    .execute();
  return true;
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
