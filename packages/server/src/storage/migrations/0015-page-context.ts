import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a page said of itself along with a question. */
export const pageContext: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    // JSON; null where it said nothing.
    await database.schema.alterTable('message').addColumn('page_context', 'text').execute();
  },
};
