import type { Cause } from '@guichet/contract/cause';
import { defineCheck } from '../../check.ts';
import type { SeenFailure } from '../../evidence/evidence-map.ts';
import { ownerChoosesCalling } from '../../evidence/owner-chooses-calling.ts';
import { fail, ok, saw, skip, warn } from '../../verdict.ts';
import { answerConfidence } from '../answer-confidence.ts';
import { turnFor, turnForWords } from '../answer-fix.ts';
import { compareVersions } from '../compare-versions.ts';
import { NATIVE_CALLING } from '../native-calling.ts';
import { ANSWER_CAUSES } from '../passed-on-causes.ts';
import { statusSeen } from '../status-seen.ts';

export const answerStream = defineCheck({
  id: 'answer/stream',
  causes: [...ANSWER_CAUSES, 'native-calling'],
  after: ['answer/one-token'],
  needs: ['own', 'front', 'answer', 'stream', 'credential'],
  run({ own, front, answer, stream: { end, failure, limited, pieces, ms, endedByFilter }, credential }) {
    if (end === 'complete' || !failure) return ok(saw('replyMs', ms));
    if (endedByFilter ?? (answer.endedByFilter && failure.isCutOff)) {
      return skip({ key: 'explainedBy', args: { id: 'answer/filter' } });
    }
    if (failure.wantsTool && ownerChoosesCalling(front.openWebUiVersion)) {
      return fail({
        cause: 'native-calling',
        confidence: 'probable',
        said: { key: 'nativeCallingSeen' },
        impact: { key: 'noAnswers' },
        evidence: [saw('replyMs', ms)],
        ...NATIVE_CALLING,
      });
    }
    const cause = causeOf(failure, front.openWebUiVersion);
    // Our own time was over while the model was still thinking aloud or writing: it was alive.
    if (limited && pieces.length > 0) return ok(saw('replyMs', ms));
    const isEmpty = failure.code === 'answer-empty';
    const finding = {
      ...(cause && { cause }),
      confidence: answerConfidence(failure, credential.recognition.session !== undefined),
      ...(failure.isProvidersWord && { said: { key: 'providerIll' } }),
      ...turnFor(cause, own),
      ...turnForWords(failure),
      ...(end === 'interrupted' && { said: { key: 'answerCut' } }),
      ...(isEmpty && { said: { key: 'answerEmpty' } }),
      ...(!(cause || isEmpty || end === 'interrupted') && { said: { key: 'answerFailed' } }),
      impact: { key: end === 'interrupted' ? 'cutAnswers' : isEmpty ? 'mayFail' : 'noAnswers' },
      evidence: [...statusSeen(failure), saw('replyMs', ms)],
    } as Parameters<typeof fail>[0];
    // A model may have nothing to say to this question.
    return isEmpty ? warn(finding) : fail(finding);
  },
});

/** From 0.11.0 to 0.11.3 a provider that breaks off takes our own connection with it, which is otherwise never cut so. */
function causeOf({ cause, isBroken }: SeenFailure, version: string | undefined): Cause | undefined {
  const breaksOurs =
    version !== undefined && compareVersions(version, '0.11.0') >= 0 && compareVersions(version, '0.11.4') < 0;
  if (isBroken && breaksOurs) return 'provider-unreachable';
  return cause === 'unknown' ? undefined : cause;
}
