import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which replica does what only one may do, and what the operator was told already, by whichever replica. */
export const replicas: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    await database.schema
      .createTable('lease')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('lease_until', 'bigint', (column) => column.notNull())
      .execute();
    await database.schema
      .createTable('told_notice')
      .addColumn('subject', 'text', (column) => column.primaryKey())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('told_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
