import { defineCheck } from '../../check.ts';
import { info, ok, saw } from '../../verdict.ts';

export const versionKnown = defineCheck({
  id: 'upstream/version-known',
  after: ['upstream/is-open-webui'],
  needs: ['front'],
  run({ front }) {
    const version = front.openWebUiVersion;
    return version === undefined ? info({ key: 'versionHidden' }) : ok(saw('version', version));
  },
});
