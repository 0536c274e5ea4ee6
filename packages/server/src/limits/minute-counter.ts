/** Counts by the minute: in this process, or for all replicas (`shared-minute-counter.ts`). What guards storage or money is in the database. */
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Limit, limitKey } from './limit.ts';

/** `retryAfter` in seconds, at least 1. */
export type LimitVerdict = { ok: true } | { ok: false; retryAfter: number };

export const MINUTE_SECONDS = 60;

export class MinuteCounter {
  readonly #makeLimiter: (points: number) => Pick<RateLimiterAbstract, 'consume'>;
  /** By how many a minute are allowed. */
  readonly #limiters = new Map<number, Pick<RateLimiterAbstract, 'consume'>>();

  /** @param makeLimiter one that allows so many points a minute to each key */
  constructor(makeLimiter: (points: number) => Pick<RateLimiterAbstract, 'consume'> = inMemory) {
    this.#makeLimiter = makeLimiter;
  }

  /** Counts one for each of them, in order; the first that is used up refuses, and those after it are not counted. */
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

  #limiter(points: number): Pick<RateLimiterAbstract, 'consume'> {
    const known = this.#limiters.get(points);
    if (known) return known;
    const made = this.#makeLimiter(points);
    this.#limiters.set(points, made);
    return made;
  }
}

function inMemory(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: MINUTE_SECONDS });
}
