/** From how a stream went to how the answer ended. Pure. */
import type { AnswerEnd } from './chat-completion-types.ts';
import { meaningOfProviderError } from './provider-error.ts';
import type { StreamOutcome } from './stream-reader.ts';
import type { UpstreamFailure } from './upstream-failure.ts';
import { MAX_RAW_CHARS } from './upstream-limits.ts';

/** @param hasText whether anything but white space was told before */
export function endOfAnswer(outcome: StreamOutcome, hasText: boolean, status: number): AnswerEnd {
  if (outcome.kind === 'unfinished' && !hasText) {
    return { kind: 'failed', failure: emptyAnswer(status, outcome.word, outcome.unread) };
  }
  if (outcome.kind !== 'whole') return brokenAnswer(failureOf(outcome, hasText, status), hasText);
  const { finish, model } = outcome;
  if (hasText) return { kind: 'complete', finish, ...(model !== undefined && { model }) };
  return { kind: 'failed', failure: emptyAnswer(status, finish === 'stop' ? undefined : finish, outcome.unread) };
}

/** @param finish what the provider said of its end, where that is no plain end */
function emptyAnswer(
  status: number,
  finish: string | undefined,
  unread: readonly string[] | undefined,
): UpstreamFailure {
  const words = [
    finish === undefined ? '' : `finish_reason: ${finish}`,
    unread === undefined ? '' : `fields that hold something and are not read: ${unread.join(', ')}`,
  ].filter(Boolean);
  const seen = { phase: 'stream', status, ...(words.length > 0 && { raw: words.join('; ') }) } as const;
  return { code: 'answer-empty', cause: 'unknown', confidence: 'certain', ...seen };
}

/** With text it is interrupted, without it is failed. */
export function brokenAnswer(failure: UpstreamFailure, hasText: boolean): AnswerEnd {
  return hasText ? { kind: 'interrupted', failure } : { kind: 'failed', failure };
}

const MEANINGS = {
  filtered: { code: 'assistant-refused', cause: 'provider-refused', confidence: 'certain' },
  // The model waits for the result of a tool that nobody runs on this way.
  tools: { code: 'assistant-misconfigured', cause: 'unknown', confidence: 'probable' },
  unknown: { code: 'assistant-unavailable', cause: 'unknown', confidence: 'unknown' },
} as const;

const BROKE_OFF = { code: 'assistant-unavailable', cause: 'provider-unreachable', confidence: 'probable' } as const;

function failureOf(
  outcome: Exclude<StreamOutcome, { kind: 'whole' }>,
  hasText: boolean,
  status: number,
): UpstreamFailure {
  const seen = { phase: 'stream', status } as const;
  switch (outcome.kind) {
    case 'cut':
      // Up to 0.11.3 a provider that broke off looks exactly like this.
      return {
        ...BROKE_OFF,
        ...seen,
        ...(outcome.said !== undefined && { raw: outcome.said }),
      };
    case 'unfinished':
      return { ...MEANINGS[outcome.why], ...seen, raw: `finish_reason: ${outcome.word}` };
    case 'too-large':
      return { code: 'answer-too-large', cause: 'unknown', confidence: 'certain', ...seen, raw: outcome.what };
    case 'error': {
      const { message, type } = outcome;
      const meaning = meaningOfProviderError({ message, kind: type });
      // Words that nobody knows: who had begun to answer has not refused us.
      const isUntold = hasText && meaning.matter === undefined;
      return { ...meaning, ...(isUntold && BROKE_OFF), ...seen, raw: message.slice(0, MAX_RAW_CHARS) };
    }
    default:
      return outcome satisfies never;
  }
}
