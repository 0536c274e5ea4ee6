import { defineCheck } from '../../check.ts';
import { info, ok, saw, skip, warn } from '../../verdict.ts';
import { proxySteps } from '../proxy-steps.ts';
import { whoBuffers } from '../who-buffers.ts';

/** Packing waits until a block is full, unless whoever packs lets go of each word. */
export const proxyCompression = defineCheck({
  id: 'own/proxy-compression',
  causes: ['stream-buffered'],
  after: [],
  needs: ['ticks', 'browserTicks'],
  run({ ticks, browserTicks }) {
    if (ticks.kind !== 'seen' && browserTicks.kind !== 'seen') return skip({ key: 'noTicks' });
    const [own, theirs] = [ticks, browserTicks].map((one) => (one.kind === 'seen' ? one.encoding : undefined));
    const encoding = own ?? theirs;
    if (encoding === undefined) return ok();
    const evidence = [saw('encoding', encoding, { vantage: own ? 'public-address' : 'browser' })];
    const { hop, confidence, encoding: holding } = whoBuffers(ticks, browserTicks);
    if (holding === undefined || hop === 'roundabout')
      return info({ key: 'compressedFlowing', args: { encoding } }, ...evidence);
    return warn({
      cause: 'stream-buffered',
      confidence,
      said: { key: 'compressed', args: { encoding } },
      impact: { key: 'waits' },
      actor: { key: hop === 'street' ? 'street' : 'proxy' },
      evidence,
      fix: [{ how: { key: 'stopCompression' } }, ...proxySteps(ticks.kind === 'seen' ? ticks.proxies : [])],
    });
  },
});
