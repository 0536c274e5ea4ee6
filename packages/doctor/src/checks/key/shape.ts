import { defineCheck } from '../../check.ts';
import { fail, ok, saw } from '../../verdict.ts';
import { ownKeySteps } from '../own-key-steps.ts';

/** What was cut off, masked, or is no key of any kind. Whether an unknown word is taken, only asking tells. */
export const keyShape = defineCheck({
  id: 'key/shape',
  causes: ['key-malformed'],
  after: ['key/placeholder'],
  needs: ['credential'],
  run({ credential: { recognition, sendable } }) {
    if (recognition.cause !== 'key-malformed' || sendable) return ok();
    const { kind, length, confidence } = recognition;
    return fail({
      cause: 'key-malformed',
      confidence: confidence === 'certain' ? 'certain' : 'probable',
      ...(kind === 'masked' && { said: { key: 'keyMasked' } }),
      ...(kind === 'several' && { said: { key: 'keysSeveral' } }),
      ...(kind === 'truncated' && { said: { key: 'keyCut', args: { length } } }),
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: kind === 'several' ? [] : [saw('length', length, { expected: '35', vantage: 'settings' })],
      fix: [{ how: { key: 'copyWhole' }, goal: 'own-key' }, ...ownKeySteps()],
    });
  },
});
