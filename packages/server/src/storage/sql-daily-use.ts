/** What is used up each day, counted in the transaction of what uses it. */
import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';
import type { DailyBudget, DailySpending } from './storage.ts';

/** @returns the scope of the first budget that is used up, with nothing spent then */
export async function spendAll(
  transaction: Transaction<Schema>,
  { day, budgets }: DailySpending,
): Promise<string | undefined> {
  const exhausted = await firstExhausted(transaction, budgets, day);
  if (exhausted !== undefined) return exhausted;
  for (const { scope } of budgets) await spendOne(transaction, scope, day);
  return undefined;
}

/** @returns the scope of the first budget that is used up */
async function firstExhausted(
  transaction: Transaction<Schema>,
  budgets: readonly DailyBudget[],
  day: string,
): Promise<string | undefined> {
  for (const budget of budgets) {
    const used = await transaction
      .selectFrom('daily_use')
      .select('count')
      .where('scope', '=', budget.scope)
      .where('day', '=', day)
      .executeTakeFirst();
    if ((used?.count ?? 0) >= budget.limit) return budget.scope;
  }
  return undefined;
}

async function spendOne(transaction: Transaction<Schema>, scope: string, day: string): Promise<void> {
  await transaction
    .insertInto('daily_use')
    .values({ scope, day, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['scope', 'day']).doUpdateSet((update) => ({ count: update('daily_use.count', '+', 1) })),
    )
    .execute();
}
