import type { RedisState } from '@guichet/doctor';
import type { RedisVerdict } from './check-redis.ts';

/** A look at Redis in the doctor's words. */
export function redisStateOf(verdict: RedisVerdict): RedisState {
  if (verdict.kind !== 'usable') return { kind: 'lost', reason: verdict.reason };
  return { kind: 'usable', memoryPolicy: verdict.facts.memoryPolicy };
}
