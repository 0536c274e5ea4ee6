/**
 * Reads a run to its end over as many connections as that takes. Losing a connection never loses the answer: the server
 * goes on writing it, and reading goes on after the last event that was shown.
 */
import type { ChatEvent } from '@guichet/contract/chat-event';
import { type EventId, formatEventId } from '@guichet/contract/event-id';
import { SILENT_CONNECTION_MS } from '@guichet/contract/limits';
import { isTerminal } from '@guichet/contract/terminal-event';
import type { Failure } from '../conversation/conversation-state.ts';
import { judgeEvent, type Verdict } from '../conversation/judge-event.ts';
import { chatEventFrom } from './chat-event-from.ts';
import { pause, pauseMs } from './pause.ts';
import { readEventStream } from './read-event-stream.ts';
import { failureFrom, Refusal } from './refusal.ts';

export interface FollowRunOptions {
  /** Opens the stream: asks the question, or reads on after an event. */
  connect: (lastEventId: string | undefined, signal: AbortSignal) => Promise<Response>;
  /** Whether the server has taken the question. Until then attempts are counted; afterwards it is worth any wait. */
  isTaken: () => boolean;
  position: () => EventId | undefined;
  onEvent: (id: EventId, event: ChatEvent) => void;
  /** The place was lost; what is shown must go, because everything comes again. */
  onReadAgain: () => void;
  onConnection: (connected: boolean) => void;
  signal: AbortSignal;
  silenceMs?: number;
  /** For tests. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** `gone`: there is nothing to read of this run any more; its conversation says how it ended. `left`: nobody wants to read on. */
export type FollowRunEnd = { end: 'terminal' | 'gone' | 'left' } | { end: 'failed'; failure: Failure };

/** A question that could not be handed over is reported after this many attempts: about ten seconds. */
const ATTEMPTS_TO_ASK = 5;

export async function followRun(options: FollowRunOptions): Promise<FollowRunEnd> {
  const { signal, wait = pause } = options;
  let failures = 0;
  while (!signal.aborted) {
    const before = options.position();
    let pauseAtLeastMs = 0;
    try {
      const end = await readOnce(options);
      if (end !== 'cut') return { end };
    } catch (thrown) {
      if (signal.aborted) break;
      const verdict = afterRefusal(thrown, options, failures);
      if (verdict) return verdict;
      pauseAtLeastMs = Math.min(60, failureFrom(thrown).retryAfter ?? 0) * 1000;
    }
    if (signal.aborted) break;
    options.onConnection(false);
    failures = options.position() === before ? failures + 1 : 0;
    await wait(Math.max(pauseAtLeastMs, pauseMs(Math.max(0, failures - 1))), signal);
  }
  return { end: 'left' };
}

/** What a refusal or a network failure means for the run; undefined: try again after a pause. */
function afterRefusal(thrown: unknown, options: FollowRunOptions, failures: number): FollowRunEnd | undefined {
  const failure = failureFrom(thrown);
  if (thrown instanceof Refusal) {
    if (failure.code === 'last-event-id-unknown' && options.position()) {
      options.onReadAgain();
      return undefined;
    }
    if (options.isTaken() && (thrown.status === 404 || thrown.status === 410)) return { end: 'gone' };
    const mayPass = failure.retryable && options.isTaken();
    if (!mayPass && failure.code !== 'unexpected-answer') return { end: 'failed', failure };
  }
  const givesUp = !options.isTaken() && isOnline() && failures + 1 >= ATTEMPTS_TO_ASK;
  return givesUp ? { end: 'failed', failure } : undefined;
}

async function readOnce(options: FollowRunOptions): Promise<'terminal' | 'gone' | 'cut'> {
  const { signal, silenceMs = SILENT_CONNECTION_MS } = options;
  const last = options.position();
  const connection = connectionSignal(signal);
  try {
    const response = await options.connect(last && formatEventId(last), connection.signal);
    options.onConnection(true);
    let terminal = false;
    if (response.status === 204) return 'gone';
    await readEventStream(response, {
      silenceMs,
      signal: connection.signal,
      onMessage: (message) => {
        const read = chatEventFrom(message);
        if (!read) return true;
        const verdict: Verdict = judgeEvent(options.position(), read.id, read.event.type);
        if (verdict === 'next') {
          options.onEvent(read.id, read.event);
          terminal = isTerminal(read.event.type);
        }
        return verdict !== 'gap' && !terminal;
      },
    });
    return terminal ? 'terminal' : 'cut';
  } finally {
    connection.release();
  }
}

/** Ends with the reader's signal, and when the network changes: a connection from before rarely survives that. */
function connectionSignal(signal: AbortSignal): { signal: AbortSignal; release: () => void } {
  const cut = new AbortController();
  const end = () => cut.abort();
  signal.addEventListener('abort', end);
  globalThis.addEventListener?.('online', end);
  if (signal.aborted) end();
  return {
    signal: cut.signal,
    release: () => {
      signal.removeEventListener('abort', end);
      globalThis.removeEventListener?.('online', end);
      end();
    },
  };
}

function isOnline(): boolean {
  return globalThis.navigator?.onLine !== false;
}
