/** One answer: the request, the reading of whatever comes back, and exactly one end. */
import { type BoundedBody, createBoundedBody } from './bounded-body.ts';
import type { AnswerEnd, AnswerHandler, ChatCompletionRequest, RunningAnswer } from './chat-completion-types.ts';
import { credentialKind } from './credential-kind.ts';
import { brokenAnswer, endOfAnswer } from './end-of-answer.ts';
import { isRecord } from './error-body.ts';
import {
  type Exchange,
  type ExchangeListener,
  type ExchangeRequest,
  type ReplyHeaders,
  startExchange,
} from './exchange.ts';
import { explainRefusal } from './explain-refusal.ts';
import { translateNetworkError } from './network-failure.ts';
import { parseJson } from './parse-json.ts';
import { buildPayload } from './payload.ts';
import { contentTypeOf, isMarked, type ReplyMeans } from './request-reply.ts';
import { readRetryAfter } from './retry-after.ts';
import { createStreamReader, type StreamReader, type StreamReaderListener, type Unreadable } from './stream-reader.ts';
import type { UpstreamAddress } from './upstream-address.ts';
import type { UpstreamFailure } from './upstream-failure.ts';
import type { UsageWish } from './usage.ts';
import { readWholeAnswer } from './whole-answer.ts';
import { withoutSecret } from './without-secret.ts';

export interface AnswerMeans extends ReplyMeans {
  /** Told once for an answer in which there was any. */
  onUnreadable(unreadable: Unreadable): void;
  usageWish: UsageWish;
}

/** A question that Open WebUI is to take on as a task of its own, telling what becomes of it elsewhere. */
export interface AskedAsTask {
  body: object;
  /** It was taken on. Nothing more is told here. */
  onAccepted(): void;
}

/** @param task without it, the answer is the reply itself; with it, that is what versions do that know no tasks */
export function startAnswer(
  means: AnswerMeans,
  address: UpstreamAddress,
  request: ChatCompletionRequest,
  handler: AnswerHandler,
  task?: AskedAsTask,
): RunningAnswer {
  const { timeouts, limits } = means;
  let over = false;
  let hasText = false;
  let spoken = false;
  let finished = false;
  let repeated = false;
  let status = 0;
  /** Bytes that came after the end. */
  let passedOver = 0;
  let headers: ReplyHeaders = {};
  let reader: StreamReader | undefined;
  let body: BoundedBody | undefined;

  const told: StreamReaderListener = {
    // A handler may stop the answer while several of its frames are still being read, hence `over` each time.
    onText(text) {
      if (over) return;
      word();
      hasText ||= /\S/.test(text);
      handler.onText(text);
    },
    onReasoning(text) {
      if (over) return;
      word();
      handler.onReasoning(text);
    },
    onRewrite(answer) {
      if (over) return;
      hasText = /\S/.test(answer.text);
      handler.onRewrite(answer);
    },
    onSources(sources) {
      if (!over) handler.onSources(sources);
    },
    onUsage(usage) {
      if (!over) handler.onUsage?.(usage);
    },
    onFinish(really) {
      finished = really && spoken;
      // Without a word before it, it is no end to wait behind.
      if (spoken) exchange.wait.silenceMs = really ? timeouts.afterFinishMs : timeouts.silenceMs;
    },
    onOutcome(outcome) {
      if (outcome.kind === 'too-large') exchange.close();
      if (outcome.kind === 'error' && isAboutUsage(outcome.message)) {
        askAgain();
        return;
      }
      // Otherwise the connection is left to end by itself: filters of Open WebUI may still be at work.
      exchange.wait.silenceMs = timeouts.afterFinishMs;
      end(endOfAnswer(outcome, hasText, status));
    },
    onUnreadable: means.onUnreadable,
  };

  const received: ExchangeListener = {
    onHead(givenStatus, givenHeaders) {
      status = givenStatus;
      headers = givenHeaders;
      if (isEncoded(headers)) {
        exchange.close();
        endWith({ ...COMPRESSED, status, raw: `Content-Encoding: ${headers['content-encoding']}` });
        return;
      }
      const isStream = status === 200 && contentTypeOf(headers).startsWith('text/event-stream');
      if (isStream) reader = createStreamReader(told, limits);
      else body = createBoundedBody(status === 200 ? limits.replyBytes : limits.errorBytes);
    },
    onData(chunk) {
      if (over) {
        passedOver += chunk.length;
        if (passedOver > limits.errorBytes) exchange.close();
        return;
      }
      reader?.feed(chunk);
      if (body?.add(chunk) !== false) return;
      exchange.close();
      readBody(body.text());
    },
    onEnd() {
      if (reader) reader.end();
      else readBody(body?.text() ?? '');
    },
    onError(error, phase) {
      // The provider had finished; what broke afterwards took nothing from the answer.
      if (finished) reader?.end();
      endWith(translateNetworkError(error, spoken ? 'stream' : phase));
    },
  };

  const { model } = request.settings;
  const question = (): ExchangeRequest => ({
    method: 'POST',
    path: '/api/chat/completions',
    body: JSON.stringify(task?.body ?? buildPayload(request, means.usageWish.asksFor(address.origin, model))),
    // A task that is begun twice runs its tools twice.
    once: task !== undefined,
    accept: 'text/event-stream, application/json',
    firstByteMs: timeouts.firstByteMs,
    totalMs: timeouts.totalMs,
    wordlessMs: timeouts.wordlessMs,
  });
  let exchange: Exchange = startExchange(means, address, question(), received);

  function word(): void {
    exchange.wait.spoken = true;
    if (spoken) return;
    spoken = true;
    exchange.wait.silenceMs = timeouts.silenceMs;
    exchange.wait.phase = 'stream';
  }

  function readBody(text: string): void {
    if (over) return;
    const contentType = contentTypeOf(headers);
    if (task && status === 200 && isTaskReply(parseJson(text))) {
      over = true;
      task.onAccepted();
      return;
    }
    if (isAboutUsage(text)) {
      askAgain();
      return;
    }
    if (status === 200 && readWholeAnswer(parseJson(text), told, limits)) return;
    const retryAfter = readRetryAfter(headers);
    const credential = credentialKind(address.credential);
    const reply = {
      status,
      contentType,
      text,
      retryAfter,
      credential,
      marked: isMarked(headers),
      frontHeaders: headers,
    };
    void explainRefusal(means, address, model, reply).then(({ failure, isOver }) => {
      if (isOver && !repeated && !over) askAgain();
      else endWith(failure);
    });
  }

  /** A refusal of our wish to know the usage, and not the second one: without it there may be an answer. */
  function isAboutUsage(words: string): boolean {
    return !spoken && !repeated && !task && means.usageWish.refused(address.origin, model, words);
  }

  function askAgain(): void {
    repeated = true;
    body = undefined;
    reader?.abandon();
    reader = undefined;
    exchange.close();
    exchange = startExchange(means, address, question(), received);
  }

  function endWith(failure: UpstreamFailure): void {
    end(brokenAnswer(failure, hasText));
  }

  function end(how: AnswerEnd): void {
    if (over) return;
    over = true;
    reader?.abandon();
    handler.onEnd('failure' in how ? { ...how, failure: withoutSecret(how.failure, address.credential) } : how);
  }

  return {
    abort() {
      exchange.close();
      end({ kind: 'aborted' });
    },
  };
}

/** Somebody in between compresses although we asked not to; tokens would then come in lumps, if readable at all. */
const COMPRESSED = {
  code: 'assistant-misconfigured',
  cause: 'stream-buffered',
  confidence: 'probable',
  phase: 'response',
} as const;

/** One id before 0.8.13, a list since. */
function isTaskReply(json: unknown): boolean {
  if (!isRecord(json) || json.status !== true) return false;
  return Array.isArray(json.task_ids) ? json.task_ids.length > 0 : typeof json.task_id === 'string';
}

function isEncoded(headers: ReplyHeaders): boolean {
  return headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity';
}
