import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The link of an instance nobody has come into yet, how a session began, and that somebody has come in. */
export const operators: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    await database.schema
      .alterTable('admin_link')
      .addColumn('purpose', 'text', (column) => column.notNull().defaultTo('sign-in'))
      .execute();
    await database.schema
      .alterTable('admin_session')
      .addColumn('came_by', 'text', (column) => column.notNull().defaultTo('link'))
      .execute();
    // Whoever signed in before this version has claimed the instance: no link is to be printed for it again.
    await sql`
      INSERT INTO note (name, value, updated_at)
      SELECT 'operator/claimed', 'yes', max(at) FROM audit_entry WHERE action = 'signed-in' HAVING count(*) > 0
    `.execute(database);
  },
};
