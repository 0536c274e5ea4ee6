import { nearestTriedVersion, wasTried } from '@guichet/openwebui/menus';
import { defineCheck } from '../../check.ts';
import { info, ok, saw } from '../../verdict.ts';

export const versionKnown = defineCheck({
  id: 'upstream/version-known',
  after: ['upstream/is-open-webui'],
  needs: ['front'],
  run({ front }) {
    const version = front.openWebUiVersion;
    if (version === undefined) return info({ key: 'versionHidden' });
    const seen = saw('version', version);
    if (wasTried(version)) return ok(seen);
    return info({ key: 'versionUntried', args: { version, nearest: nearestTriedVersion(version) } }, seen);
  },
});
