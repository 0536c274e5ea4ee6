import { defineCheck } from '../../check.ts';
import { ok, saw, skip, warn } from '../../verdict.ts';

/** Session tokens are judged by the second; half a minute is what machines without network time drift apart in days. */
const TOLERATED_MS = 30_000;

export const clock = defineCheck({
  id: 'own/clock',
  causes: ['clock-skew'],
  after: ['upstream/is-open-webui'],
  needs: ['front'],
  run({ front: { clockSkewMs } }) {
    if (clockSkewMs === undefined) return skip({ key: 'nothingToSee' });
    const seconds = Math.round(Math.abs(clockSkewMs) / 1000);
    const seen = saw('skewSeconds', Math.round(clockSkewMs / 1000));
    if (Math.abs(clockSkewMs) <= TOLERATED_MS) return ok(seen);
    return warn({
      cause: 'clock-skew',
      // `Date` may be that of a proxy or of a cache in front.
      confidence: 'probable',
      said: { key: clockSkewMs > 0 ? 'clockAhead' : 'clockBehind', args: { seconds } },
      impact: { key: 'mayFail' },
      actor: { key: 'operator' },
      evidence: [seen],
      fix: [{ how: { key: 'setClock' }, commands: ['timedatectl set-ntp true'] }],
    });
  },
});
