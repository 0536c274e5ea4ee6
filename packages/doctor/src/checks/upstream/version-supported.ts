import { defineCheck } from '../../check.ts';
import { fail, ok, saw, skip } from '../../verdict.ts';
import { compareVersions } from '../compare-versions.ts';
import { NEWEST_KNOWN, OLDEST_SUPPORTED } from '../known-holes.ts';

export const versionSupported = defineCheck({
  id: 'upstream/version-supported',
  causes: ['upstream-too-old'],
  after: ['upstream/is-open-webui'],
  needs: ['front'],
  run({ front }) {
    const version = front.openWebUiVersion;
    if (version === undefined) return skip({ key: 'versionHidden' });
    const seen = saw('version', version, { expected: `≥ ${OLDEST_SUPPORTED}` });
    if (compareVersions(version, OLDEST_SUPPORTED) >= 0) return ok(seen);
    return fail({
      cause: 'upstream-too-old',
      confidence: 'certain',
      impact: { key: 'noAnswers' },
      actor: { key: 'administrator' },
      evidence: [seen],
      fix: [{ how: { key: 'update', args: { version: NEWEST_KNOWN } } }],
    });
  },
});
