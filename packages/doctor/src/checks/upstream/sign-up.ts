import { defineCheck } from '../../check.ts';
import { ok, skip, warn } from '../../verdict.ts';

export const signUp = defineCheck({
  id: 'upstream/sign-up',
  after: ['upstream/is-open-webui'],
  needs: ['front'],
  run({ front }) {
    if (front.signUpOpen === undefined) return skip({ key: 'nothingToSee' });
    if (!front.signUpOpen) return ok();
    return warn({
      said: { key: 'signUpOpen' },
      confidence: 'certain',
      impact: { key: 'security' },
      actor: { key: 'administrator' },
      fix: [{ how: { key: 'closeSignUp' }, commands: ['ENABLE_SIGNUP=False'] }],
    });
  },
});
