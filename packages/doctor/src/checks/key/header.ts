import { defineCheck } from '../../check.ts';
import { fail, ok, saw } from '../../verdict.ts';

export const keyHeader = defineCheck({
  id: 'key/header',
  causes: ['header-stripped'],
  after: ['upstream/is-open-webui', 'upstream/version-supported', 'key/session-life', 'key/family'],
  needs: ['access'],
  run({ access: { failure } }) {
    if (failure?.cause !== 'header-stripped') return ok();
    return fail({
      cause: 'header-stripped',
      confidence: failure.confidence,
      impact: { key: 'noAnswers' },
      actor: { key: 'network' },
      evidence: [saw('status', failure.status ?? 0)],
      fix: [
        { how: { key: 'passAuthorization' }, commands: ['proxy_set_header Authorization $http_authorization;'] },
        { how: { key: 'useInnerAddress' }, commands: ['OPENWEBUI_URL=http://open-webui:8080'] },
      ],
    });
  },
});
