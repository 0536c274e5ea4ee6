/** A transaction, in the way that suits each database: SQLite's share their commits, PostgreSQL's may be begun once more. */
import type { Kysely, Transaction } from 'kysely';
import { groupedTransactions } from './grouped-transactions.ts';
import { isPostgres } from './is-postgres.ts';
import type { Schema } from './schema.ts';

/** Two transactions that want each other's rows let one of them pass, and then the other. */
const TRIES = 3;

/** PostgreSQL's `serialization_failure` and `deadlock_detected`: nothing of it happened, and again it may well pass. */
const BROKEN_OFF = new Set(['40001', '40P01']);

export async function inTransaction<Outcome>(
  database: Kysely<Schema>,
  work: (transaction: Transaction<Schema>) => Promise<Outcome>,
): Promise<Outcome> {
  if (!isPostgres(database)) return groupedTransactions(database).run(work);
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction().execute(work);
    } catch (error) {
      if (attempt === TRIES || !wasBrokenOff(error)) throw error;
    }
  }
}

function wasBrokenOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && BROKEN_OFF.has(String(error.code));
}
