import { defineCheck } from '../../check.ts';
import { fail } from '../../verdict.ts';
import { shownByRefusal } from '../shown-by-refusal.ts';
import { statusSeen } from '../status-seen.ts';

export const accountApproved = defineCheck({
  id: 'account/approved',
  causes: ['account-pending'],
  after: ['key/switch', 'key/known'],
  needs: ['access'],
  run({ access: { failure } }) {
    if (failure?.cause !== 'account-pending') return shownByRefusal(failure, []);
    return fail({
      cause: 'account-pending',
      confidence: failure.confidence,
      impact: { key: 'noAnswers' },
      actor: { key: 'administrator' },
      evidence: statusSeen(failure),
      fix: [{ how: { key: 'approve' }, goal: 'approve-account' }],
    });
  },
});
