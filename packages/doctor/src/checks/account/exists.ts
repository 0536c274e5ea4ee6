import { defineCheck } from '../../check.ts';
import { fail, ok, saw } from '../../verdict.ts';
import { ownKeySteps } from '../own-key-steps.ts';

export const accountExists = defineCheck({
  id: 'account/exists',
  after: ['key/session-accepted'],
  needs: ['access'],
  run({ access: { failure } }) {
    if (failure?.cause !== 'account-gone') return ok();
    return fail({
      cause: 'account-gone',
      confidence: failure.confidence,
      impact: { key: 'noAnswers' },
      actor: { key: 'administrator' },
      evidence: [saw('status', failure.status ?? 401)],
      fix: [{ how: { key: 'addAccount' }, goal: 'add-account' }, ...ownKeySteps()],
    });
  },
});
