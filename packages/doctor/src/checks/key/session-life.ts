import { defineCheck } from '../../check.ts';
import { fail, ok, saw, skip, warn } from '../../verdict.ts';
import { ownKeySteps } from '../own-key-steps.ts';

/** The clock may be wrong, or another machine's; no clock that anybody lives with is wrong by a day. */
const SURELY_OVER_MS = 86_400_000;

export const sessionLife = defineCheck({
  id: 'key/session-life',
  causes: ['session-token-expired', 'session-token-expiring'],
  after: ['key/family'],
  needs: ['credential', 'theirClock'],
  run({ credential: { recognition }, theirClock }) {
    const { session, cause } = recognition;
    if (!session) return skip({ key: 'noSession' });
    const until = saw('expires', session.expiresAt?.slice(0, 16).replace('T', ' ') ?? '–', { vantage: 'settings' });
    // Whether it has ended is for Open WebUI's clock to say. Where it tells none, ours has to do.
    const overMs = theirClock.nowMs - Date.parse(session.expiresAt ?? '');
    if (overMs >= 0) {
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
