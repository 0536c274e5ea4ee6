import { defineCheck } from '../../check.ts';
import { ok, saw, skip, warn } from '../../verdict.ts';

/** Two replies of one address that name two versions: a cluster in the middle of an update, or a cache in front. */
export const versionAgrees = defineCheck({
  id: 'upstream/version-agrees',
  after: ['upstream/is-open-webui'],
  needs: ['front'],
  run({ front: { openWebUiVersion, configVersion } }) {
    if (openWebUiVersion === undefined || configVersion === undefined) return skip({ key: 'nothingToSee' });
    if (openWebUiVersion === configVersion) return ok();
    return warn({
      said: { key: 'twoVersions' },
      confidence: 'probable',
      impact: { key: 'sometimesFails' },
      actor: { key: 'administrator' },
      evidence: [saw('version', openWebUiVersion), saw('version', configVersion)],
      fix: [{ how: { key: 'updateAll' } }],
    });
  },
});
