import { defineCheck } from '../../check.ts';
import { fail, saw } from '../../verdict.ts';
import { ownKeySteps } from '../own-key-steps.ts';
import { shownByRefusal } from '../shown-by-refusal.ts';
import { statusSeen } from '../status-seen.ts';

/** An API key that Open WebUI has not, or not any more. */
export const keyKnown = defineCheck({
  id: 'key/known',
  causes: ['key-unknown', 'key-malformed'],
  after: ['key/header'],
  needs: ['access', 'credential'],
  run({ access: { failure }, credential }) {
    const { recognition } = credential;
    if (failure?.cause !== 'key-unknown' && failure?.cause !== 'key-malformed') {
      return shownByRefusal(failure, ['account-pending']);
    }
    return fail({
      cause: failure.cause,
      // A word of no known shape that is refused: that it was never a key is only the likeliest reading.
      confidence: failure.cause === 'key-malformed' ? 'probable' : failure.confidence,
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: [...statusSeen(failure), saw('fingerprint', recognition.fingerprint || '–', { vantage: 'settings' })],
      fix: [{ how: { key: 'compareKey' }, goal: 'own-key' }, ...ownKeySteps()],
    });
  },
});
