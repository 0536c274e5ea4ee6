/**
 * A visitor's end of one stream. Compares every character with what was to come while it comes, and notes when each
 * token was there; a token counts as arrived when its last character has.
 */
import { StringDecoder } from 'node:string_decoder';
import { createSseParser, type SseMessage } from '@guichet/contract/sse';
import { Agent, type Dispatcher } from 'undici';
import type { Dialect, StreamRequest } from '../contenders/contender.ts';
import type { AnswerScript } from '../upstream/answer-script.ts';
import { expectedAnswer } from './expected-answer.ts';
import { readMessage } from './read-message.ts';

export interface StreamReading {
  /** What was wrong with it; undefined for a stream that is right to the last character. */
  problem: string | undefined;
  /** From sending the question to the first text, in milliseconds. */
  firstTextMs: number;
  /** When the question was sent, on `performance.now()`'s clock. */
  sentAt: number;
  /** When each token arrived, on the same clock. */
  arrivals: Float64Array;
  /** When packets with text arrived, in order, on the same clock. */
  readTimes: number[];
  bodyBytes: number;
  /** Events that carried text. */
  textEvents: number;
}

export interface OpenStream {
  firstText: Promise<void>;
  /** Never rejects: whatever goes wrong is told in the reading. */
  ended: Promise<StreamReading>;
  abort(): void;
}

/** Counts tokens over all streams, so that a window in the middle of them can be measured. */
export interface TokenCounter {
  tokens: number;
}

/** Kept alive like a proxy's or a browser's connections; one stream each. */
const agent = new Agent({ pipelining: 1, headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: 60_000 });

export function openStream(
  request: StreamRequest,
  dialect: Dialect,
  script: AnswerScript,
  counter: TokenCounter,
): OpenStream {
  const expected = expectedAnswer(script);
  const arrivals = new Float64Array(script.tokens);
  const readTimes: number[] = [];
  const firstText = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<StreamReading>();
  let controller: Dispatcher.DispatchController | undefined;
  let problem: string | undefined;
  let whole = false;
  let chars = 0;
  let tokens = 0;
  let bodyBytes = 0;
  let textEvents = 0;
  let now = 0;

  const decoder = new StringDecoder('utf8');
  const parser = createSseParser({ onMessage });
  const sentAt = performance.now();

  function onMessage(message: SseMessage): void {
    const meaning = readMessage(dialect, message);
    if (meaning.kind === 'text') takeText(meaning.text);
    else if (meaning.kind === 'end') whole = true;
    else if (meaning.kind === 'error') problem ??= `unexpected event ${message.event} ${message.data.slice(0, 200)}`;
  }

  function takeText(text: string): void {
    if (!expected.text.startsWith(text, chars)) problem ??= `wrong text after ${chars} characters`;
    chars += text.length;
    textEvents++;
    if (readTimes.at(-1) !== now) readTimes.push(now);
    while (tokens < script.tokens && (expected.ends[tokens] ?? 0) <= chars) {
      arrivals[tokens++] = now;
      counter.tokens++;
    }
    firstText.resolve();
  }

  function end(reason?: string): void {
    if (reason !== undefined) problem ??= reason;
    if (!whole) problem ??= 'the stream ended without saying that it was whole';
    if (tokens !== script.tokens) problem ??= `${script.tokens - tokens} of ${script.tokens} tokens were lost`;
    firstText.resolve();
    ended.resolve({
      problem,
      sentAt,
      firstTextMs: (readTimes[0] ?? 0) - sentAt,
      arrivals,
      readTimes,
      bodyBytes,
      textEvents,
    });
  }

  const { origin, pathname } = new URL(request.url);
  agent.dispatch(
    { origin, path: pathname, method: 'POST', headers: request.headers, body: request.body },
    {
      onRequestStart(given) {
        controller = given;
      },
      onResponseStart(_controller, status) {
        if (status !== 200) problem ??= `status ${status}`;
      },
      onResponseData(_controller, chunk) {
        bodyBytes += chunk.length;
        now = performance.now();
        if (problem === undefined) parser.feed(decoder.write(chunk));
      },
      onResponseEnd: () => end(),
      onResponseError: (_controller, error) => end(error.message),
    },
  );
  return {
    firstText: firstText.promise,
    ended: ended.promise,
    abort: () => controller?.abort(new Error('seen enough')),
  };
}

/** Opens all streams evenly within `spreadMs`, as visitors come: not in one instant, not in step. */
export async function openStreams(
  requests: readonly StreamRequest[],
  dialect: Dialect,
  script: AnswerScript,
  spreadMs: number,
  counter: TokenCounter,
): Promise<OpenStream[]> {
  const start = performance.now();
  const streams: OpenStream[] = [];
  for (const [index, request] of requests.entries()) {
    const wait = start + (index * spreadMs) / requests.length - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    streams.push(openStream(request, dialect, script, counter));
  }
  return streams;
}
