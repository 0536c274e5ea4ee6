import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What visitors think of answers, and what they said of themselves before the chat. */
export const visitorWishes: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    const message = () => database.schema.alterTable('message');
    // 1 or -1; null: not rated.
    await message().addColumn('rating', 'integer').execute();
    await message().addColumn('rating_reason', 'text').execute();
    await message().addColumn('rating_comment', 'text').execute();
    await message().addColumn('rated_at', 'bigint').execute();
    const visitor = () => database.schema.alterTable('visitor');
    await visitor().addColumn('name', 'text').execute();
    await visitor().addColumn('email', 'text').execute();
    await visitor().addColumn('consent_version', 'text').execute();
    // As it was read: the setting may change without its version.
    await visitor().addColumn('consent_text', 'text').execute();
    await visitor().addColumn('consent_at', 'bigint').execute();
  },
};
