import { defineCheck } from '../../check.ts';
import { fail, ok, saw } from '../../verdict.ts';
import { ownKeySteps } from '../own-key-steps.ts';

/** An API key that Open WebUI has not, or not any more. */
export const keyKnown = defineCheck({
  id: 'key/known',
  causes: ['key-unknown', 'key-malformed'],
  after: ['key/header'],
  needs: ['access', 'credential'],
  run({ access: { failure }, credential }) {
    const { recognition } = credential;
    if (failure?.cause !== 'key-unknown' && failure?.cause !== 'key-malformed') return ok();
    return fail({
      cause: failure.cause,
      // A word of no known shape that is refused: that it was never a key is only the likeliest reading.
      confidence: failure.cause === 'key-malformed' ? 'probable' : failure.confidence,
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: [
        saw('status', failure.status ?? 401),
        saw('fingerprint', recognition.fingerprint || '–', { vantage: 'settings' }),
      ],
      fix: [{ how: { key: 'compareKey' }, goal: 'own-key' }, ...ownKeySteps()],
    });
  },
});
