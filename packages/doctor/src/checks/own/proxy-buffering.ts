import { defineCheck } from '../../check.ts';
import { ok, saw, skip, warn } from '../../verdict.ts';

/** Fewer ticks than this show nothing. */
const MIN_TICKS = 5;
/** Of the time they were sent over, what must be left between the first and the last that arrived. */
const LUMPED_RATIO = 0.5;

export const proxyBuffering = defineCheck({
  id: 'own/proxy-buffering',
  causes: ['stream-buffered'],
  after: ['own/public-address'],
  needs: ['ticks'],
  run({ ticks }) {
    if (ticks.kind !== 'seen') return skip({ key: 'noTicks' });
    const { arrivals, everyMs } = ticks;
    const spread = (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0);
    const total = arrivals.at(-1) ?? 0;
    const seen = [saw('pieces', arrivals.length, { vantage: 'public-address' }), saw('spreadMs', Math.round(spread))];
    const lumped = total > MIN_TICKS * everyMs && spread < total * LUMPED_RATIO;
    if (!lumped) return ok(...seen);
    return warn({
      cause: 'stream-buffered',
      confidence: 'probable',
      said: { key: 'ticksLate' },
      impact: { key: 'waits' },
      actor: { key: 'proxy' },
      evidence: seen,
      fix: [
        { how: { key: 'nginx' }, commands: ['proxy_buffering off;', 'proxy_read_timeout 300s;'] },
        { how: { key: 'caddy' }, commands: ['reverse_proxy guichet:8787 { flush_interval -1 }'] },
        { how: { key: 'traefik' } },
        { how: { key: 'cloudflare' } },
      ],
    });
  },
});
