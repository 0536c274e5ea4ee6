/** Counts by the minute, in this process. Several replicas each count their own; what guards storage or money is in the database. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Network } from './client-address.ts';

/** `retryAfter` in seconds, at least 1. */
export type LimitVerdict = { ok: true } | { ok: false; retryAfter: number };

const MINUTE_SECONDS = 60;

/** So many a minute for one name: a visitor, a browser. */
export class MinuteLimiter {
  readonly #limiter: RateLimiterMemory;

  constructor(points: number) {
    this.#limiter = new RateLimiterMemory({ points, duration: MINUTE_SECONDS });
  }

  async consume(key: string): Promise<LimitVerdict> {
    try {
      await this.#limiter.consume(key);
      return { ok: true };
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return { ok: false, retryAfter: Math.min(MINUTE_SECONDS, Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))) };
    }
  }
}

/** So many a minute for a network, and in proportion for the wider ones it lies in. */
export class NetworkLimiter {
  readonly #points: number;
  readonly #byWidth = new Map<number, MinuteLimiter>();

  constructor(points: number) {
    this.#points = points;
  }

  async consume(networks: readonly Network[]): Promise<LimitVerdict> {
    for (const { key, times } of networks) {
      const verdict = await this.#limiter(times).consume(key);
      if (!verdict.ok) return verdict;
    }
    return { ok: true };
  }

  #limiter(times: number): MinuteLimiter {
    const known = this.#byWidth.get(times);
    if (known) return known;
    const made = new MinuteLimiter(this.#points * times);
    this.#byWidth.set(times, made);
    return made;
  }
}
