import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What visitors were told went wrong, under the reference they can quote. */
export const visitorErrors: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    await database.schema
      .createTable('visitor_error')
      .addColumn('ref', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('code', 'text', (column) => column.notNull())
      .addColumn('cause', 'text')
      .addColumn('origin', 'text')
      .execute();
    await database.schema.createIndex('visitor_error_by_code').on('visitor_error').columns(['code', 'at']).execute();
  },
};
