/** Forgets who used up how much, when the day it counted for is over. */
import { budgetDay } from '../limits/visitor-limits.ts';
import type { Storage } from './storage.ts';

const SWEEP_EVERY_MS = 60 * 60_000;

/** A clock that is a few minutes wrong must not give the day's budgets back, so yesterday's are kept as well. */
const DAY_MS = 24 * 60 * 60_000;

export interface DailyUseSweepParts {
  storage: Pick<Storage, 'forgetUseBefore'>;
  onFailure: (error: unknown) => void;
  now: () => number;
}

/** @returns ends it */
export function startDailyUseSweep({ storage, onFailure, now }: DailyUseSweepParts): () => void {
  const sweep = () => void storage.forgetUseBefore(budgetDay(now() - DAY_MS)).catch(onFailure);
  sweep();
  const timer = setInterval(sweep, SWEEP_EVERY_MS).unref();
  return () => clearInterval(timer);
}
