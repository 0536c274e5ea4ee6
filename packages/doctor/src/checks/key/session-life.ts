import { defineCheck } from '../../check.ts';
import { fail, ok, saw, skip, warn } from '../../verdict.ts';
import { ownKeySteps } from '../own-key-steps.ts';

/** Ours may be the clock that is wrong; no clock that anybody lives with is wrong by a day. */
const SURELY_OVER_MS = 86_400_000;

export const sessionLife = defineCheck({
  id: 'key/session-life',
  causes: ['session-token-expired', 'session-token-expiring'],
  after: ['key/family'],
  needs: ['credential'],
  run({ credential: { recognition, nowMs } }) {
    const { session, cause } = recognition;
    if (!session) return skip({ key: 'noSession' });
    const until = saw('expires', session.expiresAt?.slice(0, 16).replace('T', ' ') ?? '–', { vantage: 'settings' });
    if (cause === 'session-token-expired') {
      const overMs = nowMs - Date.parse(session.expiresAt ?? '');
      return fail({
        cause: 'session-token-expired',
        confidence: overMs > SURELY_OVER_MS ? 'certain' : 'probable',
        impact: { key: 'noAnswers' },
        actor: { key: 'operator' },
        evidence: [until],
        fix: ownKeySteps(),
      });
    }
    if (cause !== 'session-token-expiring') return ok(until);
    return warn({
      cause: 'session-token-expiring',
      confidence: 'certain',
      impact: { key: 'willStop' },
      actor: { key: 'operator' },
      evidence: [until],
      fix: ownKeySteps(),
    });
  },
});
