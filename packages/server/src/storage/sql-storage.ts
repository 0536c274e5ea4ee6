/** `Storage` in SQL that SQLite and PostgreSQL both understand. */
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import type { Schema } from './schema.ts';
import { sqlAnswerParts } from './sql-answer-parts.ts';
import { sqlConversations } from './sql-conversations.ts';
import { sqlRuns } from './sql-runs.ts';
import type { Storage } from './storage.ts';

export function createSqlStorage(database: Kysely<Schema>): Storage {
  async function migrate(): Promise<void> {
    const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ALL_MIGRATIONS } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  }

  async function check(): Promise<void> {
    await database
      .insertInto('daily_use')
      .values({ scope: 'readiness', day: 'check', count: 1 })
      .onConflict((conflict) => conflict.columns(['scope', 'day']).doUpdateSet({ count: 1 }))
      .execute();
  }

  return {
    ...sqlConversations(database),
    ...sqlRuns(database),
    ...sqlAnswerParts(database),
    migrate,
    check,
    close: () => database.destroy(),
  };
}
