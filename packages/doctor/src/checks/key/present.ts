import { defineCheck } from '../../check.ts';
import { fail, ok } from '../../verdict.ts';
import { misnamedFirst } from '../misnamed-first.ts';
import { ownKeySteps } from '../own-key-steps.ts';

export const keyPresent = defineCheck({
  id: 'key/present',
  causes: ['key-missing'],
  after: [],
  needs: ['credential', 'own'],
  run({ credential: { recognition }, own }) {
    if (recognition.cause !== 'key-missing') return ok();
    return fail({
      cause: 'key-missing',
      confidence: recognition.confidence === 'certain' ? 'certain' : 'probable',
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      fix: misnamedFirst(own, 'OPENWEBUI_API_KEY', ownKeySteps()),
    });
  },
});
