import type { TheirClockEvidence } from './evidence-map.ts';
import type { Gatherer } from './gather-context.ts';

export const readTheirClock: Gatherer<'theirClock'> = async (context): Promise<TheirClockEvidence> => {
  const front = await context.evidence('front');
  const nowMs = context.tools.now();
  const skewMs = front?.clockSkewMs;
  return skewMs === undefined ? { nowMs, told: false } : { nowMs: nowMs + skewMs, told: true };
};
