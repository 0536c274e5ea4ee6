import { defineCheck } from '../../check.ts';
import { info, saw, skip, warn } from '../../verdict.ts';
import { proxySteps } from '../proxy-steps.ts';

/** The measured stream lasts a second: a proxy that ends it within that shows, one that waits a minute does not. */
export const proxyTimeouts = defineCheck({
  id: 'own/proxy-timeouts',
  causes: ['timeout'],
  after: [],
  needs: ['ticks'],
  run({ ticks }) {
    if (ticks.kind !== 'seen') return skip({ key: 'noTicks' });
    if (ticks.whole)
      return info({ key: 'timeoutsUntold' }, saw('pieces', ticks.arrivals.length, { vantage: 'public-address' }));
    return warn({
      cause: 'timeout',
      confidence: 'probable',
      said: { key: 'streamEnded' },
      impact: { key: 'cutAnswers' },
      actor: { key: 'proxy' },
      evidence: [
        saw('pieces', ticks.arrivals.length, { vantage: 'public-address', expected: '10' }),
        saw('replyMs', Math.round(ticks.arrivals.at(-1) ?? 0), { vantage: 'public-address' }),
      ],
      fix: proxySteps(ticks.proxies),
    });
  },
});
