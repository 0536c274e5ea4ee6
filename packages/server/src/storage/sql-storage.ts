/** `Storage` in SQL that SQLite and PostgreSQL both understand. */
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { DeletedText } from './deleted-text.ts';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import type { Schema } from './schema.ts';
import { sqlAnswerParts } from './sql-answer-parts.ts';
import { sqlConversations } from './sql-conversations.ts';
import { sqlRuns } from './sql-runs.ts';
import type { Storage } from './storage.ts';

export interface SqlStorageOptions {
  /** The process it speaks for; needed where runs are begun or ended. */
  owner?: string;
  /** Clears what was deleted from the disk, where the database leaves it there. */
  deleted?: DeletedText;
}

export function createSqlStorage(
  database: Kysely<Schema>,
  { owner = 'command', deleted }: SqlStorageOptions = {},
): Storage {
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

  const conversations = sqlConversations(database);

  async function deleteConversation(conversationId: string, visitorId: string) {
    const gone = await conversations.deleteConversation(conversationId, visitorId);
    if (gone) deleted?.clearSoon();
    return gone;
  }

  async function forgetUseBefore(day: string): Promise<void> {
    await database.deleteFrom('daily_use').where('day', '<', day).execute();
    deleted?.clearSoon();
  }

  async function close(): Promise<void> {
    deleted?.stop();
    // The last connection that closes writes the journal back and removes it.
    await database.destroy();
  }

  return {
    ...conversations,
    ...sqlRuns(database, owner),
    ...sqlAnswerParts(database),
    migrate,
    check,
    deleteConversation,
    forgetUseBefore,
    close,
  };
}
