import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Visitors, their conversations and messages, runs, and what is used up each day. */
export const conversations: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    await database.schema
      .createTable('visitor')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('locale', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await database.schema
      .createTable('conversation')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('visitor_id', 'text', (column) => column.notNull().references('visitor.id').onDelete('cascade'))
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addColumn('next_position', 'integer', (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex('conversation_by_visitor')
      .on('conversation')
      .columns(['visitor_id', 'updated_at'])
      .execute();
    await database.schema
      .createTable('run')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('conversation_id', 'text', (column) =>
        column.notNull().references('conversation.id').onDelete('cascade'),
      )
      .addColumn('visitor_id', 'text', (column) => column.notNull())
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('user_message_id', 'text', (column) => column.notNull())
      .addColumn('message_id', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('idempotency_key', 'text', (column) => column.notNull())
      .addColumn('body_hash', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('checkpoint_text', 'text', (column) => column.notNull())
      .addColumn('checkpoint_reasoning', 'text', (column) => column.notNull())
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('ended_at', 'bigint')
      .addUniqueConstraint('run_once_per_key', ['conversation_id', 'idempotency_key'])
      .execute();
    await database.schema.createIndex('run_by_status').on('run').column('status').execute();
    await database.schema
      .createTable('message')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('conversation_id', 'text', (column) =>
        column.notNull().references('conversation.id').onDelete('cascade'),
      )
      .addColumn('run_id', 'text', (column) => column.unique())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('reasoning', 'text', (column) => column.notNull())
      .addColumn('sources', 'text', (column) => column.notNull())
      .addColumn('error_code', 'text')
      .addColumn('error_ref', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('message_once_per_place', ['conversation_id', 'position'])
      .execute();
    await database.schema
      .createTable('daily_use')
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('daily_use_key', ['scope', 'day'])
      .execute();
  },
};
