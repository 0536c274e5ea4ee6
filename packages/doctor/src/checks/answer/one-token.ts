import { defineCheck } from '../../check.ts';
import { fail, ok, saw, skip } from '../../verdict.ts';
import { answerConfidence } from '../answer-confidence.ts';
import { NOT_PROVIDED, turnFor, turnForWords } from '../answer-fix.ts';
import { ANSWER_CAUSES } from '../passed-on-causes.ts';
import { statusSeen } from '../status-seen.ts';

export const answerOneToken = defineCheck({
  id: 'answer/one-token',
  causes: [...ANSWER_CAUSES, 'model-not-visible'],
  after: ['models/list', 'models/chosen'],
  needs: ['own', 'model', 'answer', 'credential'],
  run({ own, model, answer: { end, failure, ms, endedByFilter }, credential }) {
    if (end !== 'failed') return ok(saw('replyMs', ms));
    if (!failure) return skip({ key: 'nothingToSee' });
    if (endedByFilter) return skip({ key: 'explainedBy', args: { id: 'answer/filter' } });
    // A model that needs more than one token to begin says nothing here; the longer question tells.
    if (failure.code === 'answer-empty') return ok(saw('replyMs', ms));
    // Listed, and yet "not found": what it is built on is not shared.
    const hiddenBase = failure.cause === 'model-missing' && model.listed;
    const cause = hiddenBase ? 'model-not-visible' : failure.cause === 'unknown' ? undefined : failure.cause;
    const seconds = Math.round(ms / 1000);
    // Open WebUI lists it and then says that it was not found: its provider gave no list when it was last asked.
    const { isNotProvided = false } = failure;
    // Our own patience was over. Visitors are waited for twenty times as long, so a slow model still answers them.
    const words = turnForWords(failure);
    const isOurPatience = cause === 'timeout' && failure.status === undefined && !failure.isHangUp;
    return fail({
      ...(cause && { cause }),
      confidence: hiddenBase ? 'probable' : answerConfidence(failure, credential.recognition.session !== undefined),
      ...(cause === 'timeout' && {
        said: { key: failure.isHangUp ? 'answerHungUp' : 'answerTimeout', args: { seconds } },
      }),
      ...(cause === 'not-open-webui' && { said: { key: 'pageInstead' } }),
      ...(failure.isProvidersWord && { said: { key: 'providerIll' } }),
      ...(hiddenBase && { said: { key: 'baseNotVisible' } }),
      ...(isNotProvided && { said: { key: 'notProvided' } }),
      ...(!cause && { said: { key: 'answerFailed' } }),
      impact: { key: isOurPatience ? 'waits' : 'noAnswers' },
      ...(isNotProvided ? NOT_PROVIDED : turnFor(hiddenBase ? 'model-missing' : cause, own)),
      ...words,
      evidence: [...statusSeen(failure), saw('replyMs', ms)],
    } as Parameters<typeof fail>[0]);
  },
});
