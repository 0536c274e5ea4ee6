import { defineCheck } from '../../check.ts';
import { ok, skip, warn } from '../../verdict.ts';

/** `WEBUI_AUTH=False`: whoever reaches the address is an administrator. */
export const signIn = defineCheck({
  id: 'upstream/sign-in',
  after: ['upstream/is-open-webui'],
  needs: ['front'],
  run({ front }) {
    if (front.signInOff === undefined) return skip({ key: 'nothingToSee' });
    if (!front.signInOff) return ok();
    return warn({
      said: { key: 'signInOff' },
      confidence: 'certain',
      impact: { key: 'security' },
      actor: { key: 'administrator' },
      fix: [{ how: { key: 'requireSignIn' }, commands: ['WEBUI_AUTH=True'] }],
    });
  },
});
