/** How far running answers have come, written down for all of them at once. */
import { type Kysely, sql } from 'kysely';
import { againWhereBrokenOff, inTransaction } from './in-transaction.ts';
import { isPostgres } from './is-postgres.ts';
import type { Schema } from './schema.ts';
import type { RunCheckpoint } from './storage.ts';

/** @param owner the process whose runs these are; others' are left alone, and so are ended ones */
export async function checkpointRuns(
  database: Kysely<Schema>,
  owner: string,
  checkpoints: readonly RunCheckpoint[],
): Promise<void> {
  if (checkpoints.length === 0) return;
  if (isPostgres(database)) return againWhereBrokenOff(() => inOneStatement(database, owner, checkpoints));
  await inTransaction(database, async (transaction) => {
    for (const { runId, text, reasoning, outline } of checkpoints) {
      await transaction
        .updateTable('run')
        .set({
          ...{ checkpoint_text: text, checkpoint_reasoning: reasoning },
          checkpoint_outline: JSON.stringify(outline ?? []),
        })
        .where('id', '=', runId)
        .where('status', '=', 'streaming')
        .where('owner', '=', owner)
        .execute();
    }
  });
}

/**
 * One journey to the database for any number of answers: as one statement each, two hundred of them kept their rows, and
 * everybody who wanted these, for a fifth of a second. The rows are locked in the order in which everybody takes them.
 */
async function inOneStatement(
  database: Kysely<Schema>,
  owner: string,
  checkpoints: readonly RunCheckpoint[],
): Promise<void> {
  const ids = checkpoints.map(({ runId }) => runId);
  const texts = checkpoints.map(({ text }) => text);
  const reasonings = checkpoints.map(({ reasoning }) => reasoning);
  const outlines = checkpoints.map(({ outline }) => JSON.stringify(outline ?? []));
  await sql`
    with mine as (
      select id from run where id = any(${ids}::text[]) and status = 'streaming' and owner = ${owner}
      order by id for update
    )
    update run set checkpoint_text = came.text, checkpoint_reasoning = came.reasoning, checkpoint_outline = came.outline
    from mine join unnest(${ids}::text[], ${texts}::text[], ${reasonings}::text[], ${outlines}::text[])
      as came (id, text, reasoning, outline) on came.id = mine.id
    where run.id = mine.id`.execute(database);
}
