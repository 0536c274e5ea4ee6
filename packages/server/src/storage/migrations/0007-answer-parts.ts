import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What an answer consists of besides its text: what was done for it, the files it brought, the questions after it. */
export const answerParts: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    await database.schema
      .alterTable('message')
      .addColumn('activities', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
    await database.schema
      .alterTable('message')
      .addColumn('attachments', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
    await database.schema.alterTable('message').addColumn('follow_ups', 'text').execute();
    await database.schema
      .createTable('file')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('conversation_id', 'text', (column) =>
        column.notNull().references('conversation.id').onDelete('cascade'),
      )
      .addColumn('visitor_id', 'text', (column) => column.notNull())
      .addColumn('content_type', 'text', (column) => column.notNull())
      // Base64: the one form of bytes that both databases and a copy between them treat alike.
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await database.schema.createIndex('file_by_conversation').on('file').column('conversation_id').execute();
    await database.schema.createIndex('message_by_time').on('message').columns(['role', 'created_at']).execute();
  },
};
