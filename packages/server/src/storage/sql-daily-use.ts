/** What is used up each day, counted in the transaction of what uses it. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { inTransaction } from './in-transaction.ts';
import type { Schema } from './schema.ts';
import type { DailySpending } from './storage.ts';

/** Thrown to take back all that its transaction did, the budgets spent before this one included. */
class BudgetExhausted extends Error {
  readonly scope: string;

  constructor(scope: string) {
    super(`The budget of ${scope} is used up.`);
    this.scope = scope;
  }
}

/**
 * A transaction that spends budgets when it calls `spend`. When one of them is used up, nothing of it happened.
 * @param spending undefined when nothing is counted
 */
export async function spendingAll<Outcome>(
  database: Kysely<Schema>,
  spending: DailySpending | undefined,
  work: (transaction: Transaction<Schema>, spend: () => Promise<void>) => Promise<Outcome>,
): Promise<Outcome | { kind: 'budget-exhausted'; scope: string }> {
  try {
    return await inTransaction(database, (transaction) =>
      work(transaction, async () => {
        for (const { scope, limit } of spending?.budgets ?? []) {
          if (!(await spendOne(transaction, scope, spending?.day ?? '', limit))) throw new BudgetExhausted(scope);
        }
      }),
    );
  } catch (error) {
    if (error instanceof BudgetExhausted) return { kind: 'budget-exhausted', scope: error.scope };
    throw error;
  }
}

/** One statement counts and judges, so that no two can both be the last. @returns false when it is used up */
async function spendOne(transaction: Transaction<Schema>, scope: string, day: string, limit: number): Promise<boolean> {
  if (limit <= 0) return false;
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('daily_use')
    .values({ scope, day, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['scope', 'day'])
        .doUpdateSet((update) => ({ count: update('daily_use.count', '+', 1) }))
        .where(sql.ref('daily_use.count'), '<', limit),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
