/** From how a run went to how the answer ended. Pure. */
import type { AgentLimitName, AnswerEnd } from '../chat-completion-types.ts';
import { brokenAnswer, endOfAnswer } from '../end-of-answer.ts';
import { finishWord, meaningOfFinish } from '../finish-reason.ts';
import { type ErrorMeaning, meaningOfProviderError } from '../provider-error.ts';
import { meaningOfRefusal } from '../refusals.ts';
import type { UpstreamFailure } from '../upstream-failure.ts';
import { MAX_RAW_CHARS } from '../upstream-limits.ts';

export interface RunState {
  /** Anything but white space was told, or a file was brought. */
  hasAnswer: boolean;
  /** Open WebUI said that the answer is done. */
  done: boolean;
  /** The model's last `finish_reason`, where it was told. */
  finish: string | undefined;
  model: string | undefined;
  /** A tool was called, and no text came after it. */
  endsWithTool: boolean;
  error: { message: string; type?: string | undefined } | undefined;
  cancelled: boolean;
  limit: AgentLimitName | undefined;
}

export function endOfRun(state: RunState): AnswerEnd {
  const { hasAnswer, error } = state;
  const model = state.model === undefined ? {} : { model: state.model };
  if (state.limit) {
    if (hasAnswer) return { kind: 'complete', finish: 'length', limit: state.limit, ...model };
    return { kind: 'failed', failure: failure(EMPTY, `stopped at the limit of ${state.limit}`) };
  }
  if (error) return brokenAnswer(failureOfRunError(error), hasAnswer);
  if (state.cancelled) return brokenAnswer(failure(UNKNOWN, 'the run was cancelled in Open WebUI'), hasAnswer);
  if (!state.done) return brokenAnswer(failure(CUT, 'the run ended without saying that it is done'), hasAnswer);
  const meaning = meaningOfFinish(state.finish);
  // 0.10 says nothing where the provider refuses a later round: the last word is then that a tool is called.
  if (state.endsWithTool && (meaning === undefined || meaning === 'tools')) {
    return brokenAnswer(failure(REFUSED_LATER, 'nothing came after the last call of a tool'), hasAnswer);
  }
  if (meaning === 'failed') {
    return brokenAnswer(failureOfRunError({ message: `finish_reason: ${finishWord(state.finish)}` }), hasAnswer);
  }
  if (meaning === 'filtered' || meaning === 'unknown') {
    return endOfAnswer({ kind: 'unfinished', why: meaning, word: finishWord(state.finish) }, hasAnswer, 200);
  }
  if (!hasAnswer) return { kind: 'failed', failure: failure(EMPTY) };
  // The end of a round with tools is not the end of the answer, which came later without a word of its own.
  return { kind: 'complete', finish: meaning === 'length' ? 'length' : 'stop', ...model };
}

/** Of an error on the socket its sentence is left: Open WebUI's own, or the provider's. */
export function failureOfRunError({ message, type }: { message: string; type?: string | undefined }): UpstreamFailure {
  const meaning = meaningOfRefusal(400, message, 'other') ?? meaningOfProviderError({ message, kind: type });
  return failure({ ...meaning, confidence: 'probable' }, message.slice(0, MAX_RAW_CHARS));
}

function failure(meaning: ErrorMeaning, raw?: string): UpstreamFailure {
  return { ...meaning, phase: 'stream', status: 200, ...(raw !== undefined && { raw }) };
}

const EMPTY: ErrorMeaning = { code: 'answer-empty', cause: 'unknown', confidence: 'certain' };
const UNKNOWN: ErrorMeaning = { code: 'assistant-unavailable', cause: 'unknown', confidence: 'unknown' };
const CUT: ErrorMeaning = { code: 'assistant-unavailable', cause: 'provider-unreachable', confidence: 'probable' };
const REFUSED_LATER: ErrorMeaning = {
  code: 'assistant-unavailable',
  cause: 'provider-refused',
  confidence: 'probable',
};
