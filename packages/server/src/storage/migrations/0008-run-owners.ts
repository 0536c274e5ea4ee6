import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which process writes an answer, and until when that may be believed without another sign of life. */
export const runOwners: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    await database.schema.alterTable('run').addColumn('owner', 'text').execute();
    await database.schema.alterTable('run').addColumn('lease_until', 'bigint').execute();
  },
};
