/**
 * Counts by the minute for all replicas together, in Redis. While that is away, each replica counts by itself: a visitor
 * then has as many times what is allowed as there are replicas, for what guards neither storage nor money.
 */
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { SharedRedis } from '../redis/open-redis.ts';
import { MINUTE_SECONDS, MinuteCounter } from './minute-counter.ts';

/** @param redis asked for each count that this replica does not know to be used up */
export function createSharedMinuteCounter(redis: Pick<SharedRedis, 'ask'>): MinuteCounter {
  const storeClient = {
    eval: (script: string, options: { keys: string[]; arguments: string[] }) =>
      redis.ask((client) => client.eval(script, options)),
  };
  return new MinuteCounter(
    (points) =>
      new RateLimiterRedis({
        storeClient,
        useRedisPackage: true,
        keyPrefix: 'minute',
        points,
        duration: MINUTE_SECONDS,
        // Whoever is refused goes on being refused without a question to Redis.
        inMemoryBlockOnConsumed: points,
        insuranceLimiter: new RateLimiterMemory({ points, duration: MINUTE_SECONDS }),
      }),
  );
}
