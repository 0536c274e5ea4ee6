/** What is used up of the day's limits, counted in the transaction of what uses it. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Limit } from '../limits/limit.ts';
import { inTransaction } from './in-transaction.ts';
import { preparedStatement } from './prepared-statement.ts';
import type { Schema } from './schema.ts';
import type { DailySpending } from './storage.ts';

/** Thrown to take back all that its transaction did, what was counted before this one included. */
class LimitReached extends Error {
  readonly limit: Limit;

  constructor(limit: Limit) {
    super(`There is no ${limit.unit} left today for this ${limit.kind}.`);
    this.limit = limit;
  }
}

/**
 * A transaction that counts when it calls `spend`. When one of the limits is reached, nothing of it happened. It calls it
 * last: all visitors of a network count in one row, and each waits until the one before has committed.
 * @param spending undefined when nothing is counted
 */
export async function spendingAll<Outcome>(
  database: Kysely<Schema>,
  spending: DailySpending | undefined,
  work: (transaction: Transaction<Schema>, spend: () => Promise<void>) => Promise<Outcome>,
): Promise<Outcome | { kind: 'limit-reached'; limit: Limit }> {
  try {
    return await inTransaction(database, (transaction) =>
      work(transaction, async () => {
        for (const limit of spending?.limits ?? []) {
          if (!(await spendOne(transaction, limit, spending?.day ?? ''))) throw new LimitReached(limit);
        }
      }),
    );
  } catch (error) {
    if (error instanceof LimitReached) return { kind: 'limit-reached', limit: error.limit };
    throw error;
  }
}

/** One statement counts and judges, so that no two can both be the last. @returns false when it is used up */
async function spendOne(transaction: Transaction<Schema>, limit: Limit, period: string): Promise<boolean> {
  if (limit.limit <= 0) return false;
  const { numAffectedRows } = await SPEND(transaction, { ...limit, period });
  return numAffectedRows === 1n;
}

/** What the rows are told apart by. */
export const LIMIT_USE_KEY = ['kind', 'subject', 'unit', 'window', 'period'] as const;

const SPEND = preparedStatement(
  (connection, { kind, subject, unit, window, limit, period }: Limit & { period: string }) =>
    connection
      .insertInto('limit_use')
      .values({ kind, subject, unit, window, period, count: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(LIMIT_USE_KEY)
          .doUpdateSet((update) => ({ count: update('limit_use.count', '+', 1) }))
          .where(sql.ref('limit_use.count'), '<', limit),
      ),
);
