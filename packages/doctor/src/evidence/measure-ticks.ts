import type { Gatherer } from './gather-context.ts';
import { seenFailure } from './seen-failure.ts';

/** How far apart the ticks are sent; the measured stream holds to it. */
const EVERY_MS = 100;

export const measureTicks: Gatherer<'ticks'> = async ({ input, tools, limit }) => {
  if (input.tickUrl === undefined) return { kind: 'none' };
  try {
    const { headers, arrivals } = await tools.listen(input.tickUrl, limit('ownMs'));
    const encoding = headers['content-encoding'];
    return { kind: 'seen', arrivals, everyMs: EVERY_MS, ...(encoding && encoding !== 'identity' ? { encoding } : {}) };
  } catch (error) {
    return { kind: 'failed', failure: seenFailure(error) };
  }
};
