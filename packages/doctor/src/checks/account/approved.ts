import { defineCheck } from '../../check.ts';
import { fail, ok, saw } from '../../verdict.ts';

export const accountApproved = defineCheck({
  id: 'account/approved',
  causes: ['account-pending'],
  after: ['key/switch', 'key/known'],
  needs: ['access'],
  run({ access: { failure } }) {
    if (failure?.cause !== 'account-pending') return ok();
    return fail({
      cause: 'account-pending',
      confidence: failure.confidence,
      impact: { key: 'noAnswers' },
      actor: { key: 'administrator' },
      evidence: [saw('status', failure.status ?? 401)],
      fix: [{ how: { key: 'approve' }, goal: 'approve-account' }],
    });
  },
});
