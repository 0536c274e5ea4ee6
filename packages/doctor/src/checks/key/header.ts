import { defineCheck } from '../../check.ts';
import { fail } from '../../verdict.ts';
import { ABOUT_THE_KEY } from '../passed-on-causes.ts';
import { shownByRefusal } from '../shown-by-refusal.ts';
import { statusSeen } from '../status-seen.ts';

export const keyHeader = defineCheck({
  id: 'key/header',
  causes: ['header-stripped'],
  after: ['upstream/is-open-webui', 'upstream/version-supported', 'key/session-life', 'key/family'],
  needs: ['access'],
  run({ access: { failure } }) {
    if (failure?.cause !== 'header-stripped') return shownByRefusal(failure, ABOUT_THE_KEY);
    return fail({
      cause: 'header-stripped',
      confidence: failure.confidence,
      impact: { key: 'noAnswers' },
      actor: { key: 'network' },
      evidence: statusSeen(failure),
      fix: [
        { how: { key: 'passAuthorization' }, commands: ['proxy_set_header Authorization $http_authorization;'] },
        { how: { key: 'useInnerAddress' }, commands: ['OPENWEBUI_URL=http://open-webui:8080'] },
      ],
    });
  },
});
