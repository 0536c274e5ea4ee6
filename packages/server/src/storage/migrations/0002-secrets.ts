import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The safe: one encrypted record a row. */
export const secrets: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    await database.schema
      .createTable('secret')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('record', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_by', 'text', (column) => column.notNull())
      .execute();
  },
};
