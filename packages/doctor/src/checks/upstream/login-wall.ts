import { defineCheck } from '../../check.ts';
import { fail, ok, saw } from '../../verdict.ts';
import { isSignInPlace } from '../sign-in-place.ts';

/** Something in front of Open WebUI that lets only people in who have signed in. */
export const upstreamLoginWall = defineCheck({
  id: 'upstream/login-wall',
  causes: ['not-open-webui'],
  after: ['upstream/answers'],
  needs: ['front'],
  run({ front: { health, isOpenWebUi } }) {
    if (isOpenWebUi || health.kind !== 'reply') return ok();
    const { status, location, asksForPassword, looksLikeSignIn, title } = health.reply;
    const leadsToSignIn = isSignInPlace(location ?? '');
    const refuses = (status === 401 || status === 403) && !health.reply.hasProcessTime;
    if (!asksForPassword && !leadsToSignIn && !looksLikeSignIn && !refuses) return ok();
    return fail({
      cause: 'not-open-webui',
      confidence: asksForPassword || leadsToSignIn ? 'certain' : 'probable',
      said: { key: 'loginWall' },
      impact: { key: 'noAnswers' },
      actor: { key: 'network' },
      evidence: [
        saw('status', status),
        ...(location ? [saw('location', location)] : []),
        ...(title ? [saw('pageTitle', title)] : []),
      ],
      fix: [
        { how: { key: 'letGuichetThrough' } },
        { how: { key: 'useInnerAddress' }, commands: ['OPENWEBUI_URL=http://open-webui:8080'] },
      ],
    });
  },
});
