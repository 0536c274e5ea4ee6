import type { Cause } from '@guichet/contract/cause';
import { defineCheck } from '../../check.ts';
import type { SeenFailure } from '../../evidence/evidence-map.ts';
import { fail, skip } from '../../verdict.ts';
import { ownKeySteps } from '../own-key-steps.ts';
import { shownByRefusal } from '../shown-by-refusal.ts';
import { statusSeen } from '../status-seen.ts';

const CAUSES = [
  'session-token-expired',
  'session-token-rejected',
  'session-token-revoked',
  'key-is-foreign-token',
] as const satisfies readonly Cause[];

export const sessionAccepted = defineCheck({
  id: 'key/session-accepted',
  causes: CAUSES,
  after: ['key/header'],
  needs: ['access', 'credential', 'theirClock'],
  run({ access: { failure }, credential: { recognition, session }, theirClock }) {
    if (!recognition.session) return skip({ key: 'noSession' });
    if (!isOfSession(failure)) return shownByRefusal(failure, ['account-gone', 'account-pending']);
    const isOver = theirClock.nowMs >= Date.parse(recognition.session.expiresAt ?? '');
    const cause = causeByTheirClock(failure.cause, isOver);
    // A second factor that was switched on since ends every session in the same words.
    const mayBeSecondFactor = failure.cause === 'session-token-revoked' && session?.secondFactor !== true;
    // Its signature does not fit; another secret is the usual reason, a damaged copy another.
    const mayBeDamaged = cause === 'session-token-rejected' || cause !== failure.cause;
    return fail({
      cause,
      confidence: mayBeSecondFactor || mayBeDamaged ? 'probable' : failure.confidence,
      impact: { key: 'noAnswers' },
      actor: { key: 'operator' },
      evidence: statusSeen(failure),
      fix: [
        ...(mayBeSecondFactor ? [{ how: { key: 'secondFactorMayBe' as const }, goal: 'second-factor' as const }] : []),
        ...ownKeySteps(),
      ] as ReturnType<typeof ownKeySteps>,
    });
  },
});

function isOfSession(failure: SeenFailure | undefined): failure is SeenFailure & { cause: (typeof CAUSES)[number] } {
  return CAUSES.some((cause) => cause === failure?.cause);
}

/** Refused in the same words: one that has ended and one that was signed with another secret. */
function causeByTheirClock(cause: Cause, isOver: boolean): Cause {
  if (cause === 'session-token-expired' && !isOver) return 'session-token-rejected';
  return cause === 'session-token-rejected' && isOver ? 'session-token-expired' : cause;
}
