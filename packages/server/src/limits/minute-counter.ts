/** Counts by the minute, in this process. Several replicas each count their own; what guards storage or money is in the database. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Limit, limitKey } from './limit.ts';

/** `retryAfter` in seconds, at least 1. */
export type LimitVerdict = { ok: true } | { ok: false; retryAfter: number };

const MINUTE_SECONDS = 60;

/** What counts by the minute, wherever it does so. */
export interface MinuteCounter {
  /** Counts one for each of them, in order; the first that is used up refuses, and those after it are not counted. */
  consume(limits: readonly Limit[]): Promise<LimitVerdict>;
}

export class MemoryMinuteCounter implements MinuteCounter {
  /** By how many a minute are allowed. */
  readonly #limiters = new Map<number, RateLimiterMemory>();

  async consume(limits: readonly Limit[]): Promise<LimitVerdict> {
    for (const limit of limits) {
      try {
        await this.#limiter(limit.limit).consume(limitKey(limit));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { ok: false, retryAfter: Math.min(MINUTE_SECONDS, Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))) };
      }
    }
    return { ok: true };
  }

  #limiter(points: number): RateLimiterMemory {
    const known = this.#limiters.get(points);
    if (known) return known;
    const made = new RateLimiterMemory({ points, duration: MINUTE_SECONDS });
    this.#limiters.set(points, made);
    return made;
  }
}
