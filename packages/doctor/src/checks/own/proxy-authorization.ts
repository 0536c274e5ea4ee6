import { defineCheck } from '../../check.ts';
import { fail, ok, saw, skip } from '../../verdict.ts';

/** Visitors sign in with the header Authorization. A proxy with a password box of its own often keeps it. */
export const proxyAuthorization = defineCheck({
  id: 'own/proxy-authorization',
  causes: ['header-stripped'],
  after: ['own/public-address'],
  needs: ['ownDoor'],
  run({ ownDoor }) {
    if (ownDoor.kind === 'none') return skip({ key: 'noPublicUrl' });
    const { status, code } = ownDoor;
    const seen = saw('status', status, { vantage: 'public-address' });
    if (code === 'token-invalid' || code === 'token-expired') return ok(seen);
    // Something else stopped it on the way; what it is, other checks say.
    if (code !== 'token-missing') return skip({ key: 'nothingToSee' });
    return fail({
      cause: 'header-stripped',
      confidence: 'certain',
      said: { key: 'ownHeaderLost' },
      impact: { key: 'noAnswers' },
      actor: { key: 'proxy' },
      evidence: [seen, saw('code', code, { vantage: 'public-address' })],
      fix: [
        { how: { key: 'passOwnAuthorization' }, commands: ['proxy_set_header Authorization $http_authorization;'] },
        { how: { key: 'dropOwnPassword' } },
      ],
    });
  },
});
