/** The answer being written: reads it to its end over as many connections as that takes, and can stop it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { followRun } from '../connection/follow-run.ts';
import { Refusal } from '../connection/refusal.ts';
import type { VisitorClient } from '../connection/visitor-client.ts';
import type { ConversationAction } from '../conversation/conversation.ts';
import type { ConversationState } from '../conversation/conversation-state.ts';
import type { Outbox, Question } from './outbox.ts';

export type Connection = 'fine' | 'reconnecting' | 'offline';

export interface RunSession {
  connection: ReadonlySignal<Connection>;
  /** Sends a question and reads its answer; without one, reads the run that the conversation holds. */
  follow(question?: Question): Promise<void>;
  /** Reads what the conversation holds now, if that is another run than was being read. @returns false where it holds none */
  followOther(readBefore: string | undefined): boolean;
  stop(): void;
  /** Reads no further; the answer goes on without a reader. */
  leave(): void;
  /** Whether the server can be reached just now, as others found out. */
  setConnected(connected: boolean): void;
}

export interface RunSessionOptions {
  client: Pick<VisitorClient, 'events' | 'stop'>;
  outbox: Pick<Outbox, 'send' | 'taken'>;
  state: ReadonlySignal<ConversationState>;
  change: (action: ConversationAction) => void;
  /** The server writes an answer. `askedHere`: to a question of this tab. */
  onBegun: (runId: string | undefined, askedHere: boolean) => void;
  onEnded: () => void;
  /** There is nothing to read of the run any more: its conversation says how it ended. */
  onGone: () => Promise<void>;
}

export function runSession(options: RunSessionOptions): RunSession {
  const { client, outbox, state, change } = options;
  const connection = signal<Connection>('fine');
  let reading: AbortController | undefined;

  function setConnected(connected: boolean): void {
    connection.value = connected ? 'fine' : navigator.onLine === false ? 'offline' : 'reconnecting';
  }

  async function follow(question?: Question): Promise<void> {
    reading?.abort();
    const mine = new AbortController();
    reading = mine;
    const result = await followRun({
      signal: mine.signal,
      connect: (lastEventId, signal) => connect(question, lastEventId, signal),
      isTaken: () => state.value.run?.runId !== undefined,
      position: () => state.value.run?.position,
      onEvent: (id, event) => {
        if (mine.signal.aborted) return;
        change({ type: 'received', id, event });
        if (event.type === 'run') begun(question !== undefined);
      },
      onReadAgain: () => change({ type: 'read-again' }),
      onConnection: (connected) => {
        if (!mine.signal.aborted) setConnected(connected);
      },
    });
    if (mine.signal.aborted) return;
    reading = undefined;
    setConnected(true);
    if (result.end === 'gone') return options.onGone();
    if (result.end === 'failed') change({ type: 'failed', failure: result.failure });
    options.onEnded();
  }

  async function connect(
    question: Question | undefined,
    lastEventId: string | undefined,
    signal: AbortSignal,
  ): Promise<Response> {
    const runId = state.value.run?.runId;
    if (runId !== undefined) return client.events(runId, lastEventId, signal);
    if (!question) throw new Refusal(404, { code: 'not-found', retryable: false });
    return outbox.send(question, signal);
  }

  function begun(askedHere: boolean): void {
    const { run } = state.value;
    if (askedHere) outbox.taken();
    // Stopped before the server had a name for the run: now it can be told.
    if (run?.runId !== undefined && run.stopping) void tellStop(run.runId);
    options.onBegun(run?.runId, askedHere);
  }

  async function tellStop(runId: string): Promise<void> {
    try {
      await client.stop(runId);
    } catch {
      change({ type: 'stop-refused' });
    }
  }

  return {
    connection,
    follow,
    followOther(readBefore) {
      const { run } = state.value;
      if (run && (!reading || run.runId !== readBefore)) void follow();
      return run !== undefined;
    },
    stop() {
      const { run } = state.value;
      if (!run || run.stopping) return;
      change({ type: 'stop-asked' });
      if (run.runId !== undefined) void tellStop(run.runId);
    },
    leave() {
      reading?.abort();
      reading = undefined;
      setConnected(true);
    },
    setConnected,
  };
}
