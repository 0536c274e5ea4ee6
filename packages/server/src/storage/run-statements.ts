/** The statements that every question and its answer need, each built once. */
import { type Insertable, sql } from 'kysely';
import { preparedStatement } from './prepared-statement.ts';
import type { Schema } from './schema.ts';
import { DATABASE_TIME, GIVEN_TIME, laterBy, type SharedClock } from './shared-clock.ts';
import { RUN_LEASE_MS, type RunEnd } from './storage.ts';
import type { RunRow } from './stored-rows.ts';

/** Of an ended run the text lives in the message; the checkpoint has done its work. */
export const NO_CHECKPOINT = { checkpoint_text: '', checkpoint_reasoning: '', checkpoint_outline: null };

export const FIND_BY_KEY = preparedStatement(
  (connection, { conversationId, idempotencyKey }: { conversationId: string; idempotencyKey: string }) =>
    connection
      .selectFrom('run')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('idempotency_key', '=', idempotencyKey),
);

export const FIND_VISITORS_RUN = preparedStatement(
  (
    connection,
    { conversationId, visitorId, idempotencyKey }: Record<'conversationId' | 'visitorId' | 'idempotencyKey', string>,
  ) =>
    connection
      .selectFrom('run')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('visitor_id', '=', visitorId)
      .where('idempotency_key', '=', idempotencyKey),
);

export const GROW_CONVERSATION = preparedStatement(
  (connection, { id, nextPosition, at, title }: { id: string; nextPosition: number; at: number; title: string }) =>
    connection
      .updateTable('conversation')
      .set({ next_position: nextPosition, updated_at: at, title })
      .where('id', '=', id),
);

interface QuestionValues {
  id: string;
  conversationId: string;
  place: number;
  text: string;
  at: number;
  /** JSON. */
  context: string | null;
}

export const INSERT_QUESTION = preparedStatement(
  (connection, { id, conversationId, place, text, context, at }: QuestionValues) =>
    connection.insertInto('message').values({
      id,
      conversation_id: conversationId,
      run_id: null,
      role: 'user',
      position: place,
      text,
      status: 'complete',
      reasoning: '',
      sources: '[]',
      error_code: null,
      error_ref: null,
      page_context: context,
      created_at: at,
    }),
);

/** Its lease begins now. */
type NewRunRow = Omit<RunRow, 'lease_until'>;

const insertRun = (clock: SharedClock) =>
  preparedStatement((connection, row: NewRunRow) =>
    connection.insertInto('run').values({
      id: row.id,
      conversation_id: row.conversation_id,
      visitor_id: row.visitor_id,
      site: row.site,
      user_message_id: row.user_message_id,
      message_id: row.message_id,
      position: row.position,
      idempotency_key: row.idempotency_key,
      body_hash: row.body_hash,
      status: row.status,
      checkpoint_text: row.checkpoint_text,
      checkpoint_reasoning: row.checkpoint_reasoning,
      checkpoint_outline: row.checkpoint_outline,
      started_at: row.started_at,
      ended_at: row.ended_at,
      owner: row.owner,
      lease_until: laterBy(clock(row.started_at), RUN_LEASE_MS),
      epoch: row.epoch,
      locale: row.locale,
      shared_log: row.shared_log,
      stop_asked: row.stop_asked,
    }),
  );

const INSERT_RUN_BY_DATABASE = insertRun(DATABASE_TIME);
const INSERT_RUN_AS_GIVEN = insertRun(GIVEN_TIME);

export function insertRunBy(clock: SharedClock) {
  return clock === DATABASE_TIME ? INSERT_RUN_BY_DATABASE : INSERT_RUN_AS_GIVEN;
}

/** The last so many messages before a run's own question, the newest first. */
export const READ_TURNS = preparedStatement((connection, { runId, count }: { runId: string; count: number }) =>
  connection
    .selectFrom('message')
    .innerJoin('run', 'run.conversation_id', 'message.conversation_id')
    .select(['message.role', 'message.text', 'message.position'])
    .where('run.id', '=', runId)
    .whereRef('message.position', '<', 'run.position')
    .whereRef('message.id', '!=', 'run.user_message_id')
    .where('message.text', '!=', '')
    .where('message.status', '!=', 'failed')
    .orderBy('message.position', 'desc')
    // A bare parameter would make SQLite plan the statement anew each time, to see how large it is.
    .limit(sql<number>`cast(${count} as integer)`),
);

/** The conversation before the run, as everybody takes them: a deletion that comes meanwhile waits instead of crossing. */
export const TOUCH_CONVERSATION = preparedStatement(
  (connection, { runId, endedAt }: Pick<RunEnd, 'runId' | 'endedAt'>) =>
    connection
      .updateTable('conversation')
      .set({ updated_at: endedAt })
      .where('id', '=', (select) => select.selectFrom('run').select('conversation_id').where('id', '=', runId)),
);

/** Closes a run of this process: nothing comes back when it is another's, ended or gone. */
export const CLOSE_OWN = preparedStatement(
  (connection, { runId, status, endedAt, owner }: Pick<RunEnd, 'runId' | 'status' | 'endedAt'> & { owner: string }) =>
    connection
      .updateTable('run')
      .set({ status, ended_at: endedAt, lease_until: null, ...NO_CHECKPOINT })
      .where('id', '=', runId)
      .where('status', '=', 'streaming')
      .where('owner', '=', owner)
      .returningAll(),
);

/** What comes later has no value yet. */
type Later = 'follow_ups' | 'page_context' | 'rated_at' | 'rating' | 'rating_comment' | 'rating_reason';
type AnswerRow = Required<Omit<Insertable<Schema['message']>, Later>>;

export const INSERT_ANSWER = preparedStatement((connection, row: AnswerRow) =>
  connection.insertInto('message').values({
    id: row.id,
    conversation_id: row.conversation_id,
    run_id: row.run_id,
    role: row.role,
    position: row.position,
    text: row.text,
    status: row.status,
    reasoning: row.reasoning,
    sources: row.sources,
    activities: row.activities,
    attachments: row.attachments,
    outline: row.outline,
    input_tokens: row.input_tokens,
    output_tokens: row.output_tokens,
    usage_from: row.usage_from,
    error_code: row.error_code,
    error_ref: row.error_ref,
    created_at: row.created_at,
  }),
);
