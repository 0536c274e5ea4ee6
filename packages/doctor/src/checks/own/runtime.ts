import { defineCheck } from '../../check.ts';
import { ok, saw, skip, warn } from '../../verdict.ts';
import { compareVersions } from '../compare-versions.ts';

/** The Node that the product brings along and is tried with. */
const OLDEST_TRIED = '26.0.0';

export const runtime = defineCheck({
  id: 'own/runtime',
  after: [],
  needs: ['own'],
  run({ own }) {
    if (own.runtime === undefined) return skip({ key: 'nothingToSee' });
    const seen = saw('version', own.runtime, { expected: `≥ ${OLDEST_TRIED}` });
    if (compareVersions(own.runtime, OLDEST_TRIED) >= 0) return ok(seen);
    return warn({
      said: { key: 'runtimeOld', args: { version: own.runtime } },
      confidence: 'certain',
      impact: { key: 'nothingYet' },
      actor: { key: 'operator' },
      evidence: [seen],
      fix: [{ how: { key: 'updateNode' }, commands: ['npm start'] }],
    });
  },
});
