import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The sites by record, and the way to the newest answers, which the console lists by site. */
export const sites: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    await database.schema
      .createTable('site')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text')
      .addColumn('settings', 'text', (column) => column.notNull())
      .addColumn('paused_at', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .execute();
    await database.schema.createIndex('run_by_start').on('run').column('started_at').execute();
  },
};
