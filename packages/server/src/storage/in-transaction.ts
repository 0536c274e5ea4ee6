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
  return againWhereBrokenOff(() => database.transaction().execute(work));
}

/** For one statement that several rows are taken by; PostgreSQL makes a transaction of it by itself. */
export async function againWhereBrokenOff<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === TRIES || !wasBrokenOff(error)) throw error;
    }
  }
}

function wasBrokenOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && BROKEN_OFF.has(String(error.code));
}
