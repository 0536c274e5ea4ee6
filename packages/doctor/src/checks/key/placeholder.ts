import { defineCheck } from '../../check.ts';
import { fail, ok } from '../../verdict.ts';
import { ownKeySteps } from '../own-key-steps.ts';

export const keyPlaceholder = defineCheck({
  id: 'key/placeholder',
  causes: ['key-placeholder'],
  after: ['key/present'],
  needs: ['credential'],
  run({ credential: { recognition } }) {
    if (recognition.cause !== 'key-placeholder') return ok();
    return fail({
      cause: 'key-placeholder',
      // Somebody may have a key that reads like an example.
      confidence: 'probable',
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      fix: ownKeySteps(),
    });
  },
});
