import type { Cause } from '@guichet/contract/cause';
import { defineCheck } from '../../check.ts';
import { fail, ok, saw } from '../../verdict.ts';
import { answerConfidence } from '../answer-confidence.ts';
import { frontTurn } from '../front-turn.ts';
import { keyNeedsLine } from '../key-needs-line.ts';
import { REFUSAL_CAUSES } from '../passed-on-causes.ts';
import { statusSeen } from '../status-seen.ts';

/** Whatever else keeps the list of models from us. */
export const keyAccepted = defineCheck({
  id: 'key/accepted',
  causes: REFUSAL_CAUSES,
  after: ['key/switch', 'key/known', 'key/session-accepted', 'account/exists', 'account/approved'],
  needs: ['own', 'access', 'credential'],
  run({ own, access: { failure, ms }, credential }) {
    if (!failure) return ok(saw('replyMs', ms));
    const confidence = answerConfidence(failure, credential.recognition.session !== undefined);
    if (failure.cause === 'api-key-endpoint-restricted') {
      return fail({
        cause: failure.cause,
        confidence,
        impact: { key: 'noAnswers' },
        actor: { key: 'administrator' },
        evidence: statusSeen(failure),
        fix: [{ how: { key: 'allowPaths' }, goal: 'key-restrictions', commands: [keyNeedsLine(own)] }],
      });
    }
    const cause: Cause | undefined = failure.cause === 'unknown' ? undefined : failure.cause;
    return fail({
      ...(cause && { cause }),
      said: { key: cause === 'not-open-webui' ? 'pageInstead' : 'modelsNotTold' },
      confidence,
      impact: { key: 'noAnswers' },
      actor: { key: 'administrator' },
      evidence: [saw('code', failure.code ?? '?')],
      fix: [{ how: { key: 'readLog' }, commands: ['docker logs --tail 100 open-webui'] }],
      ...(failure.front && frontTurn(failure.front)),
    });
  },
});
