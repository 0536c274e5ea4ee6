import { defineCheck } from '../../check.ts';
import { fail, ok, saw, skip, warn } from '../../verdict.ts';
import { answerConfidence } from '../answer-confidence.ts';
import { turnFor, turnForWords } from '../answer-fix.ts';
import { ANSWER_CAUSES } from '../passed-on-causes.ts';

export const answerStream = defineCheck({
  id: 'answer/stream',
  causes: ANSWER_CAUSES,
  after: ['answer/one-token'],
  needs: ['answer', 'stream', 'credential'],
  run({ answer, stream: { end, failure, limited, pieces, ms, endedByFilter }, credential }) {
    if (end === 'complete' || !failure) return ok(saw('replyMs', ms));
    if (endedByFilter ?? (answer.endedByFilter && failure.isCutOff)) {
      return skip({ key: 'explainedBy', args: { id: 'answer/filter' } });
    }
    const cause = failure.cause === 'unknown' ? undefined : failure.cause;
    // Our own time was over while the model was still thinking aloud or writing: it was alive.
    if (limited && pieces.length > 0) return ok(saw('replyMs', ms));
    const finding = {
      ...(cause ? { cause } : {}),
      confidence: answerConfidence(failure, credential.recognition.session !== undefined),
      ...(failure.isProvidersWord ? { said: { key: 'providerIll' } } : {}),
      ...turnFor(cause),
      ...turnForWords(failure),
      ...(end === 'interrupted' ? { said: { key: 'answerCut' } } : {}),
      ...(failure.code === 'answer-empty' ? { said: { key: 'answerEmpty' } } : {}),
      ...(cause || failure.code === 'answer-empty' || end === 'interrupted' ? {} : { said: { key: 'answerFailed' } }),
      impact: { key: end === 'interrupted' ? 'cutAnswers' : 'noAnswers' },
      evidence: [...(failure.status ? [saw('status', failure.status)] : []), saw('replyMs', ms)],
    } as Parameters<typeof fail>[0];
    // A model may have nothing to say to this question.
    return failure.code === 'answer-empty' ? warn(finding) : fail(finding);
  },
});
