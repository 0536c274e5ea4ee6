import { defineCheck } from '../../check.ts';
import { ok, saw, skip, warn } from '../../verdict.ts';

export const proxyCompression = defineCheck({
  id: 'own/proxy-compression',
  causes: ['stream-buffered'],
  after: ['own/public-address'],
  needs: ['ticks'],
  run({ ticks }) {
    if (ticks.kind !== 'seen') return skip({ key: 'noTicks' });
    if (ticks.encoding === undefined) return ok();
    return warn({
      cause: 'stream-buffered',
      confidence: 'probable',
      said: { key: 'compressed', args: { encoding: ticks.encoding } },
      impact: { key: 'waits' },
      actor: { key: 'proxy' },
      evidence: [saw('encoding', ticks.encoding, { vantage: 'public-address' })],
      fix: [{ how: { key: 'stopCompression' } }],
    });
  },
});
