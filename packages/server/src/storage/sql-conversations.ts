/** Visitors and their conversations in SQL. */
import type { ConversationSummary } from '@guichet/contract/visitor-api';
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';
import type { NewConversation, NewVisitor, Storage, StoredConversation } from './storage.ts';
import { type ConversationRow, toMessage, toStreamingMessage, toSummary } from './stored-rows.ts';

/** A list of conversations is for choosing one, not an export. */
const MAX_LISTED_CONVERSATIONS = 100;

type ConversationMethods =
  | 'createVisitor'
  | 'createConversation'
  | 'listConversations'
  | 'readConversation'
  | 'deleteConversation';

export function sqlConversations(database: Kysely<Schema>): Pick<Storage, ConversationMethods> {
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

  /** Reads without a transaction, which would lock out writers: a run that ends meanwhile is seen as ended. */
  async function readConversation(conversationId: string, visitorId: string): Promise<StoredConversation | undefined> {
    const row = await ownConversation(database, conversationId, visitorId);
    if (!row) return undefined;
    const running = await database
      .selectFrom('run')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('status', '=', 'streaming')
      .execute();
    const messages = await database
      .selectFrom('message')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .execute();
    const stored = new Set(messages.map((message) => message.id));
    const placed = [
      ...messages.map((message) => ({ position: message.position, message: toMessage(message) })),
      ...running
        .filter((run) => !stored.has(run.message_id))
        .map((run) => ({ position: run.position, message: toStreamingMessage(run) })),
    ].sort((a, b) => a.position - b.position);
    return { ...toSummary(row), messages: placed.map((entry) => entry.message) };
  }

  async function deleteConversation(conversationId: string, visitorId: string) {
    return database.transaction().execute(async (transaction) => {
      const row = await ownConversation(transaction, conversationId, visitorId);
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

/** A conversation, if it is this visitor's. */
export async function ownConversation(
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
