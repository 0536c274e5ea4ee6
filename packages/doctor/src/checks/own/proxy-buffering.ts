import { defineCheck } from '../../check.ts';
import type { EvidenceMap } from '../../evidence/evidence-map.ts';
import { info, type Observation, ok, saw, skip, warn } from '../../verdict.ts';
import { proxySteps } from '../proxy-steps.ts';
import { spreadOf, whoBuffers } from '../who-buffers.ts';

/** Whether answers reach visitors word by word, and who holds them back if not. */
export const proxyBuffering = defineCheck({
  id: 'own/proxy-buffering',
  causes: ['stream-buffered'],
  after: [],
  needs: ['ticks', 'browserTicks'],
  run({ ticks, browserTicks }) {
    const { hop, confidence, encoding } = whoBuffers(ticks, browserTicks);
    const evidence = seenOf(ticks, browserTicks);
    if (hop === 'untold')
      return skip({ key: evidence.length > 0 || ticks.kind === 'failed' ? 'ticksUntold' : 'noTicks' });
    if (hop === 'nobody') return ok(...evidence);
    if (hop === 'roundabout') return info({ key: 'ticksLateInside' }, ...evidence);
    const finding = { cause: 'stream-buffered', confidence, impact: { key: 'waits' }, evidence } as const;
    // Packing is what holds it back, and has a check of its own.
    if (encoding !== undefined) return skip({ key: 'explainedBy', args: { id: 'own/proxy-compression' } });
    if (hop === 'street') {
      const fix = [{ how: { key: 'cloudflare' } }, { how: { key: 'tryOtherNetwork' } }] as const;
      return warn({ ...finding, said: { key: 'ticksLateOnStreet' }, actor: { key: 'street' }, fix });
    }
    const said = { key: hop === 'proxy' ? 'ticksLate' : 'ticksLateSomewhere' } as const;
    const fix = proxySteps(ticks.kind === 'seen' ? ticks.proxies : []);
    return warn({ ...finding, said, actor: { key: 'proxy' }, fix });
  },
});

function seenOf(ticks: EvidenceMap['ticks'], browserTicks: EvidenceMap['browserTicks']): Observation[] {
  const counted = (arrivals: readonly number[], vantage: 'public-address' | 'browser'): Observation[] => [
    saw('pieces', arrivals.length, { vantage }),
    saw('spreadMs', Math.round(spreadOf(arrivals)), { vantage }),
  ];
  return [
    ...(ticks.kind === 'seen' ? counted(ticks.arrivals, 'public-address') : []),
    ...(ticks.kind === 'seen' && ticks.proxies.length > 0
      ? [saw('server', ticks.proxies.join(', '), { vantage: 'public-address' })]
      : []),
    ...(browserTicks.kind === 'seen' ? counted(browserTicks.arrivals, 'browser') : []),
  ];
}
