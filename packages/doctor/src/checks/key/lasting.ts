import { defineCheck } from '../../check.ts';
import { ok, warn } from '../../verdict.ts';
import { ownKeySteps } from '../own-key-steps.ts';

/** A session token works until it ends; an API key does not end. */
export const keyLasting = defineCheck({
  id: 'key/lasting',
  causes: ['session-token-used'],
  after: ['key/session-life'],
  needs: ['credential'],
  run({ credential: { recognition } }) {
    if (recognition.cause !== 'session-token-used') return ok();
    return warn({
      cause: 'session-token-used',
      confidence: 'certain',
      impact: { key: 'willStop' },
      actor: { key: 'operator' },
      fix: ownKeySteps(),
    });
  },
});
