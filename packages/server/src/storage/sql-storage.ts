/** `Storage` in SQL that SQLite and PostgreSQL both understand. */
import { type Kysely, sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import type { Schema } from './schema.ts';
import type { SharedClock } from './shared-clock.ts';
import { sqlAnswerParts } from './sql-answer-parts.ts';
import { sqlConversations } from './sql-conversations.ts';
import { LIMIT_USE_KEY, spendingAll } from './sql-limit-use.ts';
import { sqlPassedRatings } from './sql-passed-ratings.ts';
import { sqlRuns } from './sql-runs.ts';
import { sqlVisitorData } from './sql-visitor-data.ts';
import { sqlVisitorFiles } from './sql-visitor-files.ts';
import type { DailySpending, NewQuestion, Storage } from './storage.ts';

/** A later version of Guichet has changed the tables; this one would read and write them wrongly. */
export class DatabaseNewer extends Error {
  override name = 'DatabaseNewer';

  /** @param migrations the names of those that this version does not know */
  constructor(migrations: readonly string[]) {
    super(`The database has been changed by a newer version of Guichet (${migrations.join(', ')}).`);
  }
}

/** What was done to the database that this version does not know. */
async function unknownMigrations(database: Kysely<Schema>): Promise<string[]> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(
    database,
  );
  return rows.map(({ name }) => name).filter((name) => !Object.hasOwn(ALL_MIGRATIONS, name));
}

export interface SqlStorageOptions {
  /** The process it speaks for; needed where runs are begun or ended. */
  owner?: string;
  /** Clears what was deleted from the disk, where the database leaves it there. */
  deleted?: { clearSoon(): void; stop(): void | Promise<void> };
  /** Another way to the same database, for signs of life and checkpoints. Closed with the storage. */
  signs?: Kysely<Schema>;
  /** For tests, whose times are made up. */
  clock?: SharedClock;
}

export function createSqlStorage(
  database: Kysely<Schema>,
  { owner = 'command', deleted, signs, clock }: SqlStorageOptions = {},
): Storage {
  async function migrate(): Promise<void> {
    const migrator = new Migrator({
      db: database,
      provider: { getMigrations: async () => ALL_MIGRATIONS },
      // Two that were made beside each other may have come here in the other order; none rests on the one before.
      allowUnorderedMigrations: true,
    });
    const unknown = await unknownMigrations(database);
    if (unknown.length > 0) throw new DatabaseNewer(unknown);
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  }

  async function check(): Promise<void> {
    await database
      .insertInto('limit_use')
      .values({ kind: 'readiness', subject: '', unit: '', window: '', period: '', count: 1 })
      .onConflict((conflict) => conflict.columns(LIMIT_USE_KEY).doUpdateSet({ count: 1 }))
      .execute();
  }

  const conversations = sqlConversations(database);

  async function deleteConversation(conversationId: string, visitorId: string) {
    const gone = await conversations.deleteConversation(conversationId, visitorId);
    if (gone) deleted?.clearSoon();
    return gone;
  }

  const visitorData = sqlVisitorData(database);

  async function eraseVisitor(visitorId: string) {
    const gone = await visitorData.eraseVisitor(visitorId);
    if (gone) deleted?.clearSoon();
    return gone;
  }

  const visitorFiles = sqlVisitorFiles(database);

  /** What a visitor replaces or takes away is deleted text too: a title, a comment, a name, a question asked again. */
  function clearing<Given extends unknown[], Outcome>(change: (...given: Given) => Promise<Outcome>) {
    return async (...given: Given): Promise<Outcome> => {
      const outcome = await change(...given);
      if (outcome) deleted?.clearSoon();
      return outcome;
    };
  }

  const runs = sqlRuns(database, { owner, signs, clock });
  async function acceptQuestion(question: NewQuestion) {
    const accepted = await runs.acceptQuestion(question);
    if (accepted.kind === 'accepted' && question.replaces !== undefined) deleted?.clearSoon();
    return accepted;
  }

  async function spend(spending: DailySpending): Promise<boolean> {
    const spent = await spendingAll(database, spending, async (_transaction, spendAll) => {
      await spendAll();
      return true as const;
    });
    return spent === true;
  }

  async function forgetUseBefore(day: string): Promise<void> {
    const old = database.deleteFrom('limit_use').where('window', '=', 'day').where('period', '<', day);
    const { numDeletedRows } = await old.executeTakeFirst();
    if (numDeletedRows > 0n) deleted?.clearSoon();
  }

  async function close(): Promise<void> {
    await deleted?.stop();
    // The last connection that closes writes the journal back and removes it.
    await signs?.destroy();
    await database.destroy();
  }

  return {
    ...conversations,
    ...runs,
    ...sqlAnswerParts(database),
    ...visitorData,
    ...visitorFiles,
    ...sqlPassedRatings(database),
    dropVisitorFile: clearing(visitorFiles.dropVisitorFile),
    dropUnaskedFiles: clearing(visitorFiles.dropUnaskedFiles),
    migrate,
    check,
    acceptQuestion,
    deleteConversation,
    eraseVisitor,
    introduceVisitor: clearing(visitorData.introduceVisitor),
    renameConversation: clearing(visitorData.renameConversation),
    rateAnswer: clearing(visitorData.rateAnswer),
    spend,
    forgetUseBefore,
    close,
  };
}
