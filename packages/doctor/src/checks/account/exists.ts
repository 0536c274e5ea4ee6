import { defineCheck } from '../../check.ts';
import { fail } from '../../verdict.ts';
import { compareVersions } from '../compare-versions.ts';
import { ownKeySteps } from '../own-key-steps.ts';
import { shownByRefusal } from '../shown-by-refusal.ts';
import { statusSeen } from '../status-seen.ts';

export const accountExists = defineCheck({
  id: 'account/exists',
  causes: ['account-gone'],
  after: ['key/session-accepted'],
  needs: ['front', 'access'],
  run({ front, access: { failure } }) {
    if (failure?.cause !== 'account-gone') return shownByRefusal(failure, ['account-pending']);
    return fail({
      cause: 'account-gone',
      confidence: isVague(front.openWebUiVersion) ? 'probable' : failure.confidence,
      impact: { key: 'noAnswers' },
      actor: { key: 'administrator' },
      evidence: statusSeen(failure),
      fix: [{ how: { key: 'addAccount' }, goal: 'add-account' }, ...ownKeySteps()],
    });
  },
});

/** From 0.12 on the same sentence is said of an account that was switched off or never completed. */
function isVague(version: string | undefined): boolean {
  return version === undefined || compareVersions(version, '0.12.0') >= 0;
}
