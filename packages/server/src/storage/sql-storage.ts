/** `Storage` in SQL that SQLite and PostgreSQL both understand. */
import type { AnswerSource } from '@guichet/contract/chat-event';
import type { Conversation, ConversationSummary, Message } from '@guichet/contract/visitor-api';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import type { Schema } from './schema.ts';
import type {
  AcceptResult,
  DailyBudget,
  NewConversation,
  NewQuestion,
  NewVisitor,
  RunCheckpoint,
  RunEnd,
  Storage,
  StoredRun,
  StoredTurn,
} from './storage.ts';

type RunRow = Selectable<Schema['run']>;
type MessageRow = Selectable<Schema['message']>;

/** A list of conversations is for choosing one, not an export. */
const MAX_LISTED_CONVERSATIONS = 100;

/** A title is the beginning of the first question. */
const TITLE_CHARS = 80;

export function createSqlStorage(database: Kysely<Schema>): Storage {
  async function migrate(): Promise<void> {
    const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ALL_MIGRATIONS } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  }

  async function check(): Promise<void> {
    await database
      .insertInto('daily_use')
      .values({ scope: 'readiness', day: 'check', count: 1 })
      .onConflict((conflict) => conflict.columns(['scope', 'day']).doUpdateSet({ count: 1 }))
      .execute();
  }

  async function createVisitor(visitor: NewVisitor): Promise<void> {
    await database
      .insertInto('visitor')
      .values({ id: visitor.id, site: visitor.site, locale: visitor.locale, created_at: visitor.createdAt })
      .execute();
  }

  async function createConversation(conversation: NewConversation): Promise<ConversationSummary | undefined> {
    return database.transaction().execute(async (transaction) => {
      const visitor = await transaction
        .selectFrom('visitor')
        .select('id')
        .where('id', '=', conversation.visitorId)
        .where('site', '=', conversation.site)
        .executeTakeFirst();
      if (!visitor) return undefined;
      const row = {
        id: conversation.id,
        visitor_id: conversation.visitorId,
        site: conversation.site,
        title: '',
        created_at: conversation.createdAt,
        updated_at: conversation.createdAt,
        next_position: 1,
      };
      await transaction.insertInto('conversation').values(row).execute();
      return toSummary(row);
    });
  }

  async function listConversations(visitorId: string): Promise<ConversationSummary[]> {
    const rows = await database
      .selectFrom('conversation')
      .selectAll()
      .where('visitor_id', '=', visitorId)
      .orderBy('updated_at', 'desc')
      .limit(MAX_LISTED_CONVERSATIONS)
      .execute();
    return rows.map(toSummary);
  }

  async function readConversation(conversationId: string, visitorId: string): Promise<Conversation | undefined> {
    return database.transaction().execute(async (transaction) => {
      const row = await ownConversation(transaction, conversationId, visitorId);
      if (!row) return undefined;
      const messages = await transaction
        .selectFrom('message')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .execute();
      const running = await transaction
        .selectFrom('run')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .where('status', '=', 'streaming')
        .execute();
      const placed = [
        ...messages.map((message) => ({ position: message.position, message: toMessage(message) })),
        ...running.map((run) => ({ position: run.position, message: toStreamingMessage(run) })),
      ].sort((a, b) => a.position - b.position);
      return { ...toSummary(row), messages: placed.map((entry) => entry.message) };
    });
  }

  async function deleteConversation(conversationId: string, visitorId: string) {
    return database.transaction().execute(async (transaction) => {
      const row = await ownConversation(transaction, conversationId, visitorId);
      if (!row) return undefined;
      const running = await transaction
        .selectFrom('run')
        .select('id')
        .where('conversation_id', '=', conversationId)
        .where('status', '=', 'streaming')
        .execute();
      await transaction.deleteFrom('conversation').where('id', '=', conversationId).execute();
      return { streamingRunIds: running.map((run) => run.id) };
    });
  }

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
      const exhausted = await firstExhausted(transaction, question.budgets, question.day);
      if (exhausted) return { kind: 'budget-exhausted', scope: exhausted };
      for (const budget of question.budgets) await spendOne(transaction, budget.scope, question.day);
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
          endedAt,
        });
      }
      return orphans.length;
    });
  }

  return {
    migrate,
    check,
    createVisitor,
    createConversation,
    listConversations,
    readConversation,
    deleteConversation,
    readTurnsBefore,
    findRunByKey,
    acceptQuestion,
    readRun,
    checkpointRuns,
    endRun,
    endOrphanedRuns,
    close: () => database.destroy(),
  };
}

type Connection = Kysely<Schema> | Transaction<Schema>;

async function ownConversation(connection: Connection, conversationId: string, visitorId: string) {
  return connection
    .selectFrom('conversation')
    .selectAll()
    .where('id', '=', conversationId)
    .where('visitor_id', '=', visitorId)
    .executeTakeFirst();
}

/** @returns the scope of the first budget that is used up */
async function firstExhausted(
  transaction: Transaction<Schema>,
  budgets: readonly DailyBudget[],
  day: string,
): Promise<string | undefined> {
  for (const budget of budgets) {
    const used = await transaction
      .selectFrom('daily_use')
      .select('count')
      .where('scope', '=', budget.scope)
      .where('day', '=', day)
      .executeTakeFirst();
    if ((used?.count ?? 0) >= budget.limit) return budget.scope;
  }
  return undefined;
}

async function spendOne(transaction: Transaction<Schema>, scope: string, day: string): Promise<void> {
  await transaction
    .insertInto('daily_use')
    .values({ scope, day, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['scope', 'day']).doUpdateSet((update) => ({ count: update('daily_use.count', '+', 1) })),
    )
    .execute();
}

async function insertQuestion(
  transaction: Transaction<Schema>,
  question: NewQuestion,
  conversation: Selectable<Schema['conversation']>,
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

function toRun(row: RunRow, answer: MessageRow | undefined): StoredRun {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    visitorId: row.visitor_id,
    site: row.site,
    userMessageId: row.user_message_id,
    messageId: row.message_id,
    status: row.status,
    text: answer?.text ?? row.checkpoint_text,
    reasoning: answer?.reasoning ?? row.checkpoint_reasoning,
    sources: answer ? parseSources(answer.sources) : [],
    startedAt: row.started_at,
    ...(answer?.error_code && answer.error_ref ? { error: { code: answer.error_code, ref: answer.error_ref } } : {}),
  };
}

function toSummary(row: Selectable<Schema['conversation']>): ConversationSummary {
  return {
    id: row.id,
    title: row.title,
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
  };
}

function toMessage(row: MessageRow): Message {
  const sources = parseSources(row.sources);
  return {
    id: row.id,
    role: row.role,
    text: row.text,
    status: row.status,
    createdAt: new Date(row.created_at).toISOString(),
    ...(row.run_id ? { runId: row.run_id } : {}),
    ...(row.reasoning ? { reasoning: row.reasoning } : {}),
    ...(sources.length > 0 ? { sources } : {}),
    ...(row.error_code && row.error_ref ? { error: { code: row.error_code, ref: row.error_ref } } : {}),
  };
}

function toStreamingMessage(run: RunRow): Message {
  return {
    id: run.message_id,
    role: 'assistant',
    text: run.checkpoint_text,
    status: 'streaming',
    createdAt: new Date(run.started_at).toISOString(),
    runId: run.id,
    ...(run.checkpoint_reasoning ? { reasoning: run.checkpoint_reasoning } : {}),
  };
}

function parseSources(json: string): AnswerSource[] {
  return JSON.parse(json) as AnswerSource[];
}

function titleOf(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > TITLE_CHARS ? `${line.slice(0, TITLE_CHARS - 1).trimEnd()}…` : line;
}
