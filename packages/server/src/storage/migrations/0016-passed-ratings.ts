import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which ratings of visitors are, or have to be, in Open WebUI. */
export const passedRatings: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    // Refers to nothing: it outlasts the answer, its conversation and its visitor until Open WebUI has deleted the rating.
    await database.schema
      .createTable('passed_rating')
      .addColumn('message_id', 'text', (column) => column.primaryKey())
      .addColumn('model', 'text', (column) => column.notNull())
      // What it is called there; null until it is.
      .addColumn('upstream_id', 'text')
      .addColumn('attempts', 'integer', (column) => column.notNull())
      // When it is passed on, or tried again; null once that is done, or given up.
      .addColumn('due_at', 'bigint')
      .execute();
    await database.schema.createIndex('passed_rating_by_due').on('passed_rating').column('due_at').execute();
  },
};
