import { defineCheck } from '../../check.ts';
import { type FixStep, fail, ok, saw } from '../../verdict.ts';
import { settingLine } from '../setting-line.ts';
import { isSignInPlace } from '../sign-in-place.ts';

export const upstreamRedirect = defineCheck({
  id: 'upstream/redirect',
  causes: ['not-open-webui'],
  after: ['upstream/answers'],
  needs: ['address', 'front'],
  run({ address, front: { health } }) {
    if (health.kind !== 'reply' || health.reply.location === undefined || address.kind !== 'address') return ok();
    const { location, status } = health.reply;
    // The way to a sign-in has a check of its own.
    if (status < 300 || status >= 400 || isSignInPlace(location)) return ok();
    const origin = URL.parse(location)?.origin ?? address.origin;
    const elsewhere: FixStep = { how: { key: 'useRedirectTarget' }, commands: settingLine('OPENWEBUI_URL', origin) };
    return fail({
      cause: 'not-open-webui',
      confidence: 'certain',
      said: { key: 'redirects', args: { location: origin } },
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: [saw('status', status), saw('location', location)],
      fix: [origin === address.origin ? { how: { key: 'checkProxyTarget' } } : elsewhere],
    });
  },
});
