/** Visitors and their conversations in SQL. */
import { MAX_PAGE_MESSAGES } from '@guichet/contract/limits';
import type { ConversationSummary } from '@guichet/contract/visitor-api';
import { type ExpressionBuilder, type Kysely, sql, type Transaction } from 'kysely';
import { inTransaction } from './in-transaction.ts';
import { preparedStatement } from './prepared-statement.ts';
import type { Schema } from './schema.ts';
import { spendingAll } from './sql-limit-use.ts';
import { filesOfMessages } from './sql-visitor-files.ts';
import type {
  ConversationPage,
  DailySpending,
  NewConversation,
  NewConversationResult,
  NewVisitor,
  Storage,
  StoredConversation,
} from './storage.ts';
import { type ConversationRow, toMessage, toStreamingMessage, toSummary } from './stored-rows.ts';

/** A list of conversations is for choosing one, not an export. */
const MAX_LISTED_CONVERSATIONS = 100;

/**
 * Of a conversation's text in one answer, some fifty printed pages. Beyond: `earlier` says where to read on. One message
 * is given however long it is.
 */
export const MAX_PAGE_CHARS = 256 * 1024;

/** The largest place a column of whole numbers holds. */
const BEYOND_ANY_PLACE = 2_147_483_647;

const NEWEST_PAGE: ConversationPage = { messages: MAX_PAGE_MESSAGES, chars: MAX_PAGE_CHARS };

type ConversationMethods =
  | 'createVisitor'
  | 'createConversation'
  | 'listConversations'
  | 'readConversation'
  | 'deleteConversation';

export function sqlConversations(database: Kysely<Schema>): Pick<Storage, ConversationMethods> {
  async function createVisitor(visitor: NewVisitor, spending?: DailySpending): Promise<boolean> {
    const { kind } = await spendingAll(database, spending, async (transaction, spend) => {
      await transaction
        .insertInto('visitor')
        .values({
          id: visitor.id,
          site: visitor.site,
          locale: visitor.locale,
          created_at: visitor.createdAt,
          ...(visitor.subject !== undefined && { subject: visitor.subject }),
        })
        .execute();
      await spend();
      return { kind: 'made' };
    });
    return kind === 'made';
  }

  async function createConversation(
    conversation: NewConversation,
    limits?: DailySpending & { atMost: number },
  ): Promise<NewConversationResult> {
    return spendingAll(database, limits, async (transaction, spend): Promise<NewConversationResult> => {
      // Writes what is there already, to count a visitor's conversations one request after the other.
      const visitor = await transaction
        .updateTable('visitor')
        .set({ site: conversation.site })
        .where('id', '=', conversation.visitorId)
        .where('site', '=', conversation.site)
        .returning('id')
        .executeTakeFirst();
      if (!visitor) return { kind: 'visitor-unknown' };
      if (limits) {
        const { had } = await transaction
          .selectFrom('conversation')
          .select((select) => select.fn.countAll().as('had'))
          .where('visitor_id', '=', conversation.visitorId)
          .executeTakeFirstOrThrow();
        if (Number(had) >= limits.atMost) return { kind: 'too-many' };
      }
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
      if (limits) await spend();
      return { kind: 'made', conversation: toSummary(row) };
    });
  }

  async function listConversations(
    visitorId: string,
    { search, atMost = MAX_LISTED_CONVERSATIONS }: { search?: string; atMost?: number } = {},
  ): Promise<ConversationSummary[]> {
    const listed = database
      .selectFrom('conversation')
      .selectAll()
      .where('visitor_id', '=', visitorId)
      .orderBy('updated_at', 'desc')
      .limit(atMost);
    const rows = await (search === undefined
      ? listed
      : listed.where((where) => where.or(holding(where, search)))
    ).execute();
    return rows.map(toSummary);
  }

  /** Reads without a transaction, which would lock out writers: a run that ends meanwhile is seen as ended. */
  async function readConversation(
    conversationId: string,
    visitorId: string,
    page: ConversationPage = NEWEST_PAGE,
  ): Promise<StoredConversation | undefined> {
    const row = await ownConversation(database, conversationId, visitorId);
    if (!row) return undefined;
    const before = page.before ?? BEYOND_ANY_PLACE;
    const running = await database
      .selectFrom('run')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('status', '=', 'streaming')
      .where('position', '<', before)
      .execute();
    const lengths = await database
      .selectFrom('message')
      .select([
        'position',
        sql<number>`length(text) + length(reasoning) + length(sources) + length(activities) + length(attachments)`.as(
          'chars',
        ),
      ])
      .where('conversation_id', '=', conversationId)
      .where('position', '<', before)
      .orderBy('position', 'desc')
      // One more than is given says whether there is an earlier one.
      .limit(page.messages + 1)
      .execute();
    const stored = new Set(lengths.map(({ position }) => position));
    const places = [
      ...lengths.map(({ position, chars }) => ({ position, chars: Number(chars) })),
      ...running
        .filter((run) => !stored.has(run.position))
        .map((run) => ({
          position: run.position,
          chars: run.checkpoint_text.length + run.checkpoint_reasoning.length,
        })),
    ].sort((a, b) => b.position - a.position);
    const shown = placesThatFit(places, page);
    const from = shown.at(-1)?.position ?? before;
    const messages = await database
      .selectFrom('message')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('position', '>=', from)
      .where('position', '<', before)
      .execute();
    const questions = messages.filter(({ role }) => role === 'user');
    const files = await filesOfMessages(
      database,
      questions.map(({ id }) => id),
    );
    const ended = new Set(messages.map(({ position }) => position));
    const placed = [
      ...messages.map((message) => ({
        position: message.position,
        message: toMessage(message, files.get(message.id)),
      })),
      ...running
        .filter((run) => run.position >= from && !ended.has(run.position))
        .map((run) => ({ position: run.position, message: toStreamingMessage(run) })),
    ].sort((a, b) => a.position - b.position);
    return {
      ...toSummary(row),
      messages: placed.map((entry) => entry.message),
      ...(shown.length < places.length && { earlier: String(from) }),
    };
  }

  async function deleteConversation(conversationId: string, visitorId: string) {
    return inTransaction(database, async (transaction) => {
      const row = await lockConversation(transaction, conversationId, visitorId);
      if (!row) return undefined;
      const runs = await transaction
        .selectFrom('run')
        .select('id')
        .where('conversation_id', '=', conversationId)
        .execute();
      await transaction.deleteFrom('conversation').where('id', '=', conversationId).execute();
      return { runIds: runs.map((run) => run.id) };
    });
  }

  return { createVisitor, createConversation, listConversations, readConversation, deleteConversation };
}

/** Whether title or words of a conversation hold what is looked for. SQLite knows capitals of English letters alone: both are tried. */
function holding({ exists, selectFrom }: ExpressionBuilder<Schema, 'conversation'>, search: string) {
  const pattern = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const found = (column: 'conversation.title' | 'message.text') =>
    sql<boolean>`(${sql.ref(column)} like ${pattern(search)} escape '\\' or lower(${sql.ref(column)}) like ${pattern(search.toLowerCase())} escape '\\')`;
  const said = selectFrom('message')
    .select('message.id')
    .whereRef('message.conversation_id', '=', 'conversation.id')
    .where(found('message.text'));
  return [found('conversation.title'), exists(said)];
}

/** A conversation, if it is this visitor's. */
async function ownConversation(
  connection: Kysely<Schema> | Transaction<Schema>,
  conversationId: string,
  visitorId: string,
): Promise<ConversationRow | undefined> {
  return connection
    .selectFrom('conversation')
    .selectAll()
    .where('id', '=', conversationId)
    .where('visitor_id', '=', visitorId)
    .executeTakeFirst();
}

/** The same, and nobody else changes it before the transaction is over. Writes what is there already: both databases lock by that. */
export async function lockConversation(
  transaction: Transaction<Schema>,
  conversationId: string,
  visitorId: string,
): Promise<ConversationRow | undefined> {
  const { rows } = await LOCK(transaction, { conversationId, visitorId });
  return rows[0];
}

const LOCK = preparedStatement(
  (connection, { conversationId, visitorId }: { conversationId: string; visitorId: string }) =>
    connection
      .updateTable('conversation')
      .set({ visitor_id: visitorId })
      .where('id', '=', conversationId)
      .where('visitor_id', '=', visitorId)
      .returningAll(),
);

/** @param places the newest first */
function placesThatFit<Place extends { chars: number }>(places: readonly Place[], page: ConversationPage): Place[] {
  let room = page.chars;
  const shown: Place[] = [];
  for (const place of places.slice(0, page.messages)) {
    room -= place.chars;
    if (room < 0 && shown.length > 0) break;
    shown.push(place);
  }
  return shown;
}
