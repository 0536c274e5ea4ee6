import { defineCheck } from '../../check.ts';
import { fail, ok } from '../../verdict.ts';
import { ownKeySteps } from '../own-key-steps.ts';

export const keyPresent = defineCheck({
  id: 'key/present',
  causes: ['key-missing'],
  after: [],
  needs: ['credential'],
  run({ credential: { recognition } }) {
    if (recognition.cause !== 'key-missing') return ok();
    return fail({
      cause: 'key-missing',
      confidence: recognition.confidence === 'certain' ? 'certain' : 'probable',
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      fix: ownKeySteps(),
    });
  },
});
