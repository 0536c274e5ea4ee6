/** One answer: the request, the reading of whatever comes back, and exactly one end. */
import { type BoundedBody, createBoundedBody } from './bounded-body.ts';
import type { AnswerEnd, AnswerHandler, ChatCompletionRequest, RunningAnswer } from './chat-completion-types.ts';
import { credentialKind } from './credential-kind.ts';
import { type FailedReply, isAmbiguousRefusal, translateReply } from './error-table.ts';
import { type Exchange, type ReplyHeaders, startExchange } from './exchange.ts';
import { translateNetworkError } from './network-failure.ts';
import { buildPayload } from './payload.ts';
import { meaningOfProviderError } from './provider-error.ts';
import { contentTypeOf, type ReplyMeans, requestReply } from './request-reply.ts';
import { readRetryAfter } from './retry-after.ts';
import {
  createStreamReader,
  type StreamOutcome,
  type StreamReader,
  type StreamReaderListener,
} from './stream-reader.ts';
import type { UpstreamAddress } from './upstream-address.ts';
import type { UpstreamFailure } from './upstream-failure.ts';
import { readWholeAnswer } from './whole-answer.ts';
import { withoutSecret } from './without-secret.ts';

export interface AnswerMeans extends ReplyMeans {
  onUnreadable(data: string): void;
}

export function startAnswer(
  means: AnswerMeans,
  address: UpstreamAddress,
  request: ChatCompletionRequest,
  handler: AnswerHandler,
): RunningAnswer {
  const { timeouts, limits } = means;
  let over = false;
  let hasText = false;
  let spoken = false;
  let finished = false;
  let status = 0;
  let headers: ReplyHeaders = {};
  let reader: StreamReader | undefined;
  let body: BoundedBody | undefined;

  const exchange: Exchange = startExchange(
    means,
    address,
    {
      method: 'POST',
      path: '/api/chat/completions',
      body: JSON.stringify(buildPayload(request)),
      accept: 'text/event-stream, application/json',
      firstByteMs: timeouts.firstByteMs,
      totalMs: timeouts.totalMs,
    },
    {
      onHead(givenStatus, givenHeaders) {
        status = givenStatus;
        headers = givenHeaders;
        if (status === 200 && contentTypeOf(headers).startsWith('text/event-stream')) {
          reader = createStreamReader(listener, limits);
        } else {
          body = createBoundedBody(status === 200 ? limits.replyBytes : limits.errorBytes);
        }
      },
      onData(chunk) {
        if (over) return;
        if (reader) reader.feed(chunk);
        else if (body && !body.add(chunk)) closeAnd(() => readBody(body?.text() ?? ''));
      },
      onEnd() {
        if (reader) reader.end();
        else readBody(body?.text() ?? '');
      },
      onError(error, phase) {
        if (finished) reader?.end();
        endWith(translateNetworkError(error, spoken ? 'stream' : phase));
      },
    },
  );

  const listener: StreamReaderListener = {
    // A handler may stop the answer while several of its frames are still being read.
    onText(text) {
      if (over) return;
      firstWord();
      if (!hasText && /\S/.test(text)) hasText = true;
      handler.onText(text);
    },
    onReasoning(text) {
      if (over) return;
      firstWord();
      handler.onReasoning(text);
    },
    onSources(sources) {
      if (!over) handler.onSources(sources);
    },
    onFinish() {
      finished = true;
      exchange.wait.silenceMs = timeouts.afterFinishMs;
    },
    onOutcome: settle,
    onUnreadable: means.onUnreadable,
  };

  function firstWord(): void {
    if (spoken) return;
    spoken = true;
    exchange.wait.silenceMs = timeouts.silenceMs;
    exchange.wait.phase = 'stream';
  }

  function end(told: AnswerEnd): void {
    if (over) return;
    over = true;
    handler.onEnd(told);
  }

  function endWith(failure: UpstreamFailure): void {
    const told = withoutSecret(failure, address.credential);
    end(hasText ? { kind: 'interrupted', failure: told } : { kind: 'failed', failure: told });
  }

  function settle(outcome: StreamOutcome): void {
    // The connection is left to end by itself: nothing of interest follows, but filters may still be at work.
    exchange.wait.silenceMs = timeouts.afterFinishMs;
    switch (outcome.kind) {
      case 'whole': {
        const { finish, model } = outcome;
        if (hasText) end({ kind: 'complete', finish, ...(model === undefined ? {} : { model }) });
        else endWith({ code: 'answer-empty', cause: 'unknown', confidence: 'certain', phase: 'stream', status });
        break;
      }
      case 'cut':
        endWith({ ...CUT, phase: 'stream', status });
        break;
      case 'error':
        endWith({
          ...meaningOfProviderError({ message: outcome.message, kind: outcome.type }),
          phase: 'stream',
          status,
          raw: outcome.message.slice(0, 2000),
        });
        break;
      case 'too-large':
        closeAnd(() => endWith({ ...TOO_LARGE, status, raw: outcome.what }));
        break;
      default:
        outcome satisfies never;
    }
  }

  function closeAnd(then: () => void): void {
    exchange.close();
    then();
  }

  function readBody(text: string): void {
    if (over) return;
    const contentType = contentTypeOf(headers);
    if (status === 200 && /json/.test(contentType) && readWholeAnswer(parse(text), listener)) return;
    const reply: FailedReply = {
      status,
      contentType,
      text,
      retryAfter: readRetryAfter(headers),
      credential: credentialKind(address.credential),
    };
    if (isAmbiguousRefusal(reply)) void confirm(reply);
    else endWith(translateReply(reply));
  }

  /** Before a 401 is called a refusal of our key, the models are asked for: if they come, it was the provider's. */
  async function confirm(reply: FailedReply): Promise<void> {
    const outcome = await requestReply(means, address, '/api/models');
    const failure = translateReply(reply);
    if ('failure' in outcome) endWith({ ...failure, confidence: 'probable' });
    else if (outcome.reply.status === 200) endWith({ ...failure, ...PROVIDER_REFUSED });
    else endWith(failure);
  }

  return {
    abort() {
      exchange.close();
      end({ kind: 'aborted' });
    },
  };
}

/** Up to 0.11.3 a provider that broke off looks exactly like this. */
const CUT = { code: 'assistant-unavailable', cause: 'provider-unreachable', confidence: 'probable' } as const;
const TOO_LARGE = { code: 'answer-too-large', cause: 'unknown', confidence: 'certain', phase: 'stream' } as const;
const PROVIDER_REFUSED = {
  code: 'assistant-misconfigured',
  cause: 'provider-refused',
  confidence: 'probable',
} as const;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
