import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** In which order an answer's parts came, how many tokens it took and who says so, and whom a visitor was signed in as. */
export const messageParts: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    const message = () => database.schema.alterTable('message');
    // Null: nobody noted it. The words themselves stay where they are.
    await message().addColumn('outline', 'text').execute();
    await message().addColumn('input_tokens', 'integer').execute();
    await message().addColumn('output_tokens', 'integer').execute();
    await message().addColumn('usage_from', 'text').execute();
    await database.schema.alterTable('run').addColumn('checkpoint_outline', 'text').execute();
    await database.schema.alterTable('visitor').addColumn('subject', 'text').execute();
  },
};
