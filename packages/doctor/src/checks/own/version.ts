import { defineCheck } from '../../check.ts';
import { info, ok, saw, warn } from '../../verdict.ts';
import { compareVersions } from '../compare-versions.ts';

export const ownVersion = defineCheck({
  id: 'own/version',
  after: [],
  needs: ['own'],
  run({ own: { version, latestVersion } }) {
    if (version === undefined || latestVersion === undefined) {
      return info({ key: 'newestUnknown' }, ...(version === undefined ? [] : [saw('version', version)]));
    }
    if (compareVersions(version, latestVersion) >= 0) return ok(saw('version', version));
    return warn({
      said: { key: 'updateThere', args: { version: latestVersion } },
      confidence: 'certain',
      impact: { key: 'nothingYet' },
      actor: { key: 'operator' },
      evidence: [saw('version', version, { expected: latestVersion })],
      fix: [{ how: { key: 'updateGuichet' } }],
    });
  },
});
