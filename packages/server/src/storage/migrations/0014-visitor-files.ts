import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What visitors attach to questions, and which documents of theirs are in Open WebUI. */
export const visitorFiles: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    await database.schema
      .createTable('visitor_file')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('visitor_id', 'text', (column) => column.notNull().references('visitor.id').onDelete('cascade'))
      // The question it is for; null until it is asked.
      .addColumn('message_id', 'text', (column) => column.references('message.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('content_type', 'text', (column) => column.notNull())
      // -1 while it arrives.
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await database.schema.createIndex('visitor_file_by_visitor').on('visitor_file').column('visitor_id').execute();
    await database.schema.createIndex('visitor_file_by_message').on('visitor_file').column('message_id').execute();
    await database.schema
      .createTable('visitor_file_piece')
      .addColumn('file_id', 'text', (column) => column.notNull().references('visitor_file.id').onDelete('cascade'))
      .addColumn('place', 'integer', (column) => column.notNull())
      // Base64, as in the table `file`.
      .addColumn('content', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('visitor_file_piece_place', ['file_id', 'place'])
      .execute();
    // Refers to nothing: it outlasts the run, its conversation and its visitor until Open WebUI has deleted it.
    await database.schema
      .createTable('upstream_document')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('run_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
