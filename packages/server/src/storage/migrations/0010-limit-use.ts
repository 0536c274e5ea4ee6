import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What is used up of a limit, by the limit's fields; until now their meaning was the beginning of a text. */
export const limitUse: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    await database.schema
      .createTable('limit_use')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('unit', 'text', (column) => column.notNull())
      .addColumn('window', 'text', (column) => column.notNull())
      .addColumn('period', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('limit_use_key', ['kind', 'subject', 'unit', 'window', 'period'])
      .execute();
    // What was asked today still counts after an update. The row of the readiness check says nothing, and stays behind.
    for (const [prefix, kind, unit] of [
      ['visitor:', 'visitor', 'messages'],
      ['address:', 'network', 'messages'],
      ['conversations:', 'network', 'conversations'],
      ['visitors:', 'network', 'visitors'],
    ]) {
      await sql`
        INSERT INTO limit_use (kind, subject, unit, "window", period, count)
        SELECT ${sql.lit(kind)}, substr(scope, ${sql.lit((prefix?.length ?? 0) + 1)}), ${sql.lit(unit)}, 'day', day, count
        FROM daily_use WHERE substr(scope, 1, ${sql.lit(prefix?.length ?? 0)}) = ${sql.lit(prefix)}
      `.execute(database);
    }
    await database.schema.dropTable('daily_use').execute();
  },
};
