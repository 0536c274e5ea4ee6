import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What it takes to go on with an answer whose process died: how often it was begun, for whom, and what may have been seen. */
export const runEpochs: Migration = {
  async up(database: Kysely<unknown>): Promise<void> {
    const run = () => database.schema.alterTable('run');
    await run()
      .addColumn('epoch', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();
    await run().addColumn('locale', 'text').execute();
    await run()
      .addColumn('shared_log', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await run()
      .addColumn('stop_asked', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
