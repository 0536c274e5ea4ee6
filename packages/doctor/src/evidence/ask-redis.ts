import type { RedisState } from '../doctor-input.ts';
import type { Gatherer } from './gather-context.ts';

export const askRedis: Gatherer<'redis'> = async ({ input, limit }) => {
  if (!input.askRedis) return { kind: 'none' };
  const late = Promise.withResolvers<RedisState>();
  const timer = setTimeout(() => late.resolve({ kind: 'lost', reason: 'no answer' }), limit('ownMs'));
  try {
    return await Promise.race([input.askRedis(), late.promise]);
  } catch (error) {
    return { kind: 'lost', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
};
