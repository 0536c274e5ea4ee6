/**
 * One answer by the whole agent: a socket of its own, the question, the reading of its events and exactly one end. Until
 * Open WebUI has taken the question on, one round may answer instead; afterwards never, since a tool may have run.
 */
import { randomUUID } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import { type AnswerMeans, startAnswer } from '../answer.ts';
import type {
  AgentSession,
  AnswerEnd,
  AnswerHandler,
  ChatCompletionRequest,
  RunningAnswer,
} from '../chat-completion-types.ts';
import { brokenAnswer } from '../end-of-answer.ts';
import { isRecord } from '../error-body.ts';
import { PhaseTimeout, translateNetworkError } from '../network-failure.ts';
import type { Wait } from '../patience.ts';
import type { NetworkProxy } from '../proxy-for.ts';
import { requestReply } from '../request-reply.ts';
import type { UpstreamAddress } from '../upstream-address.ts';
import type { UpstreamFailure } from '../upstream-failure.ts';
import { answerWithoutSecret, withoutSecret } from '../without-secret.ts';
import { createAgentFiles } from './agent-files.ts';
import type { AgentLimits } from './agent-limits.ts';
import type { AgentLogEntry } from './agent-log.ts';
import { buildAgentPayload } from './agent-payload.ts';
import { createAgentReader } from './agent-reader.ts';
import type { AgentSocket, SocketMeans } from './agent-socket.ts';
import { type JoiningSocket, joinAgentSocket } from './join-agent-socket.ts';
import type { RunQueue } from './run-queue.ts';
import { createToolClock } from './tool-clock.ts';
import { canTunnel } from './tunnel-agent.ts';

export interface AgentMeans extends AnswerMeans {
  agentLimits: AgentLimits;
  queue: RunQueue;
  agentLog(entry: AgentLogEntry): void;
  /** Of the network, where one leads there; going around it is not for us to decide. */
  proxyTo(origin: string): NetworkProxy | undefined;
  /** Finds the addresses that are connected to; the system's where it is absent. */
  lookup?: LookupFunction;
  /** Something that is still to be done after the end, such as stopping the run; a client that closes waits for it. */
  keep(work: Promise<unknown>): void;
}

/** A question that was given up is still waited for so long, so that its run can be stopped as soon as it is one. */
const ABANDONED_QUESTION_MS = 5_000;
/** A lost socket is tried again after so long, then after twice that, and so on. */
const FIRST_RECONNECT_MS = 250;
/** Longest pause between two such attempts: a proxy that restarts is noticed soon, and not asked all the time. */
const LONGEST_RECONNECT_PAUSE_MS = 4_000;

export function startAgentAnswer(
  means: AgentMeans,
  address: UpstreamAddress,
  request: ChatCompletionRequest,
  session: AgentSession,
  handler: AnswerHandler,
): RunningAnswer {
  const { agentLimits: limits, timeouts } = means;
  const ids = { chatId: '', messageId: randomUUID(), sessionId: randomUUID() };
  const proxy = means.proxyTo(address.origin);
  const socketMeans: SocketMeans = {
    origin: address.origin,
    basePath: address.basePath,
    ...(means.lookup && { lookup: means.lookup }),
    ...(proxy && { proxy }),
    connectMs: timeouts.connectMs,
    joinMs: limits.joinMs,
    maxEventBytes: limits.eventBytes * 2,
    heartbeatMs: limits.heartbeatMs,
  };
  const ticket = means.queue.enter();
  /** The handler, and from the session on nothing of its token. */
  let listener = handler;
  /** Nothing is told any more. */
  let over = false;
  /** The end is known; only files are still awaited. */
  let ending = false;
  let accepted = false;
  let isPlain = false;
  let stopping: Promise<void> | undefined;
  let isStopWanted = false;
  let token = '';
  let joining: JoiningSocket | undefined;
  let socket: AgentSocket | undefined;
  let asked: RunningAnswer | undefined;
  let instead: RunningAnswer | undefined;
  let wait: Wait | undefined;
  let afterError: NodeJS.Timeout | undefined;
  let abandoning: NodeJS.Timeout | undefined;
  let spoken = false;

  const files = createAgentFiles(
    { ...means, address, fileBytes: limits.fileBytes, files: limits.files, startedAtMs: Date.now() },
    {
      onFile(file) {
        if (!over) listener.onFile?.(file);
      },
      onTrouble: (what, detail) => log({ what, detail }),
    },
  );
  const toolClock = createToolClock(limits, (what) => giveUp(translateNetworkError(new PhaseTimeout(what), 'stream')));
  const reader = createAgentReader(
    {
      onText(text) {
        if (over || ending) return;
        firstWord();
        listener.onText(text);
      },
      onReasoning(text) {
        if (over || ending) return;
        firstWord();
        listener.onReasoning(text);
      },
      onRewrite(whole) {
        if (over || ending) return;
        firstWord();
        log({ what: 'rewritten' });
        listener.onRewrite(whole);
      },
      onSources(sources) {
        if (!over && !ending) listener.onSources(sources);
      },
      onActivity(activity) {
        if (!over && !ending) listener.onActivity?.(activity);
      },
      onFile: (file) => files.take(file),
      onUsage(usage) {
        if (!over && !ending) listener.onUsage?.(usage);
      },
      onRunning(running) {
        toolClock.set(running);
        if (!wait) return;
        // While a tool runs its own clock counts; afterwards the model has to begin anew.
        wait.silenceMs = running.size > 0 ? limits.toolsMs + timeouts.silenceMs : timeouts.firstByteMs;
      },
      onToolFailed: (name) => log({ what: 'tool-failed', detail: name }),
      onLimit(limit) {
        log({ what: 'limit-reached', detail: limit });
        stopUpstream();
        conclude(reader.end());
      },
      onError() {
        afterError ??= setTimeout(() => {
          stopUpstream();
          conclude(reader.end());
        }, limits.afterErrorMs);
      },
      onOver: () => conclude(reader.end()),
    },
    { ...limits, answerChars: means.limits.answerChars },
  );

  begin().catch((error: unknown) => {
    const raw = error instanceof Error ? error.message : String(error);
    giveUp({ code: 'internal', cause: 'unknown', confidence: 'unknown', phase: 'connect', raw });
  });

  async function begin(): Promise<void> {
    if (!(await ticket.turn)) {
      answerInstead(BUSY);
      return;
    }
    if (over) return;
    if (proxy && !canTunnel(proxy)) {
      answerInstead(BEHIND_SOCKS);
      return;
    }
    const outcome = await join();
    if (outcome.ok) {
      socket = outcome.socket;
      ids.chatId = `local:${socket.id}`;
      ask();
    } else answerInstead(outcome.failure);
  }

  async function join(): ReturnType<typeof joinOnce> {
    const outcome = await joinOnce();
    if (!over || !outcome.ok) return outcome;
    outcome.socket.close();
    return { ok: false, refused: false, failure: BUSY };
  }

  function joinOnce(): JoiningSocket['outcome'] {
    joining = joinAgentSocket(socketMeans, session, { onEvent, onLost });
    return joining.outcome.then((outcome) => {
      token = outcome.token ?? token;
      return outcome;
    });
  }

  function ask(): void {
    listener = answerWithoutSecret(handler, token);
    const body = buildAgentPayload(request, ids, means.usageWish.asksFor(address.origin, request.settings.model));
    asked = startAnswer(means, address, request, plainly(), { body, onAccepted: begun });
  }

  /** A version that answers in the reply itself is read as it is; it knows nothing of sockets. */
  function plainly(): AnswerHandler {
    return {
      onText: (text) => told(() => listener.onText(text)),
      onReasoning: (text) => told(() => listener.onReasoning(text)),
      onRewrite: (whole) => told(() => listener.onRewrite(whole)),
      onSources: (sources) => told(() => listener.onSources(sources)),
      onUsage: (usage) => told(() => listener.onUsage?.(usage)),
      onEnd(how) {
        clearTimeout(abandoning);
        if (over) closeAfterStop();
        // The reply was lost, but its run is heard already.
        else if (accepted && 'failure' in how) begun();
        else if (how.kind === 'failed' && isUnknownWay(how.failure)) answerInstead(how.failure);
        else {
          // Without any reply nobody knows whether it was taken on.
          if ('failure' in how && how.failure.status === undefined) stopUpstream();
          conclude(how);
        }
      },
    };
  }

  function told(tell: () => void): void {
    isPlain = true;
    if (over) asked?.abort();
    else tell();
  }

  function begun(): void {
    accepted = true;
    clearTimeout(abandoning);
    if (isStopWanted) stopUpstream(true);
    if (over) closeAfterStop();
    if (over || ending || wait) return;
    wait = means.patience.wait(
      {
        phase: 'first-byte',
        silenceMs: timeouts.firstByteMs,
        totalMs: timeouts.totalMs,
        wordlessMs: timeouts.wordlessMs,
      },
      (error) => giveUp(translateNetworkError(error, spoken ? 'stream' : 'first-byte')),
    );
  }

  function firstWord(): void {
    spoken = true;
    if (!wait) return;
    wait.spoken = true;
    wait.phase = 'stream';
    wait.silenceMs = timeouts.silenceMs;
  }

  function onEvent(event: unknown, bytes: number): void {
    // The socket receives every run of the account; of those only this one is ours.
    if (!isRecord(event) || event.chat_id !== ids.chatId || event.message_id !== ids.messageId) return;
    accepted = true;
    if (wait) wait.heard = true;
    if (bytes > limits.eventBytes) {
      endAsTooLarge();
      return;
    }
    reader.feed(event.data, bytes);
  }

  function onLost(reason: string, tooLarge: boolean): void {
    socket = undefined;
    if (over || ending) return;
    reader.lost();
    log({ what: 'socket-lost', detail: reason });
    if (tooLarge) {
      endAsTooLarge();
      return;
    }
    // Whether a tool still runs is not known until everything has been told once more.
    toolClock.stop();
    if (wait) wait.silenceMs = Math.max(timeouts.firstByteMs, limits.toolMs);
    void readOn(reason);
  }

  /** The run goes on upstream. What is told meanwhile is lost, but the last event repeats everything. */
  async function readOn(reason: string): Promise<void> {
    const until = performance.now() + limits.reconnectMs;
    let pauseMs = FIRST_RECONNECT_MS;
    while (!over && !ending && performance.now() + pauseMs < until) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      if (over || ending) return;
      const outcome = await join();
      if (outcome.ok) {
        socket = outcome.socket;
        log({ what: 'socket-back' });
        return;
      }
      pauseMs = Math.min(pauseMs * 2, LONGEST_RECONNECT_PAUSE_MS);
    }
    if (over || ending) return;
    giveUp({
      code: 'assistant-unavailable',
      cause: 'connection-refused',
      confidence: 'probable',
      phase: 'stream',
      raw: `the socket was lost (${reason}) and did not come back in ${limits.reconnectMs} ms`,
    });
  }

  function endAsTooLarge(): void {
    if (over || ending) return;
    log({ what: 'limit-reached', detail: `an event of more than ${limits.eventBytes} bytes` });
    giveUp({ ...TOO_LARGE, raw: `an event of more than ${limits.eventBytes} bytes` });
  }

  function giveUp(failure: UpstreamFailure): void {
    if (over || ending) return;
    stopUpstream();
    // Told for what it holds back; how it ended is known better here.
    reader.end();
    conclude(brokenAnswer(failure, reader.hasAnswer()));
  }

  function answerInstead(failure: UpstreamFailure): void {
    if (over || ending) return;
    release();
    closeSocket();
    log({ what: 'one-round-instead', failure });
    const settings = { ...request.settings, tools: 'one-round' as const };
    instead = startAnswer(
      means,
      address,
      { ...request, settings },
      {
        onText: (text) => listener.onText(text),
        onReasoning: (text) => listener.onReasoning(text),
        onRewrite: (whole) => listener.onRewrite(whole),
        onSources: (sources) => listener.onSources(sources),
        onUsage: (usage) => listener.onUsage?.(usage),
        onEnd: tellEnd,
      },
    );
  }

  /** Through to the provider: cuts text and tools alike. Asked again once the question is accepted, if it was not yet. */
  function stopUpstream(again = false): void {
    isStopWanted = true;
    if (ids.chatId === '' || isPlain || (stopping && !again)) return;
    const path = `/api/tasks/chat/${encodeURIComponent(ids.chatId)}/stop`;
    const knew = accepted;
    stopping = requestReply(means, address, path, { method: 'POST', body: '{}' }).then((outcome) => {
      const status = 'reply' in outcome ? outcome.reply.status : 0;
      if (status === 200 || !knew) return;
      const failure = 'reply' in outcome ? outcome.reply.failure() : outcome.failure;
      log({ what: 'stop-failed', detail: socket ? 'refused' : 'the socket was lost before', failure });
    });
    means.keep(stopping);
  }

  function conclude(how: AnswerEnd): void {
    if (over || ending) return;
    // It was our wish to know the usage that was refused; no tool has run, and in one round it is not asked for again.
    if (how.kind === 'failed' && !spoken && isAboutUsage(how.failure)) {
      answerInstead(how.failure);
      return;
    }
    ending = true;
    release();
    closeAfterStop();
    if (files.isIdle()) {
      tellEnd(how);
      return;
    }
    const timer = setTimeout(() => tellEnd(how), limits.filesMs);
    void files.handed().then(() => {
      clearTimeout(timer);
      tellEnd(how);
    });
    means.keep(files.settled());
  }

  function isAboutUsage({ raw = '' }: UpstreamFailure): boolean {
    return means.usageWish.refused(address.origin, request.settings.model, raw);
  }

  function release(): void {
    ticket.leave();
    toolClock.stop();
    clearTimeout(afterError);
    wait?.stop();
  }

  function tellEnd(how: AnswerEnd): void {
    if (over) return;
    over = true;
    files.close();
    listener.onEnd('failure' in how ? { ...how, failure: clean(how.failure) } : how);
  }

  function clean(failure: UpstreamFailure): UpstreamFailure {
    return withoutSecret(withoutSecret(failure, address.credential), token);
  }

  function log(entry: Omit<AgentLogEntry, 'event'>): void {
    const detail = entry.detail === undefined ? {} : { detail: withoutTokens(entry.detail) };
    means.agentLog({ event: 'agent', ...entry, ...detail, ...(entry.failure && { failure: clean(entry.failure) }) });
  }

  function withoutTokens(text: string): string {
    return clean({ code: 'internal', cause: 'unknown', confidence: 'unknown', phase: 'stream', raw: text }).raw ?? '';
  }

  function closeSocket(): void {
    socket?.close();
    socket = undefined;
  }

  function abort(): void {
    if (over) return;
    over = true;
    ending = true;
    release();
    files.close();
    joining?.cancel();
    if (instead) instead.abort();
    else stopRun();
    means.keep(files.settled());
    listener.onEnd({ kind: 'aborted' });
  }

  function stopRun(): void {
    stopUpstream();
    if (asked && !accepted && !isPlain) {
      // The question may be taken on at any moment: `begun` stops its run then.
      abandoning = setTimeout(() => asked?.abort(), ABANDONED_QUESTION_MS);
      return;
    }
    asked?.abort();
    closeAfterStop();
  }

  function closeAfterStop(): void {
    if (stopping) means.keep(stopping.then(closeSocket));
    else closeSocket();
  }

  return { abort };
}

/** Replies of versions that know no such question; it was not taken on. */
function isUnknownWay({ status, cause }: UpstreamFailure): boolean {
  return status === 422 || ((status === 404 || status === 405) && cause === 'not-open-webui');
}

const TOO_LARGE: UpstreamFailure = {
  code: 'answer-too-large',
  cause: 'unknown',
  confidence: 'certain',
  phase: 'stream',
};

const BEHIND_SOCKS: UpstreamFailure = {
  code: 'assistant-misconfigured',
  cause: 'unknown',
  confidence: 'certain',
  phase: 'connect',
  raw: "the whole agent's socket goes through no SOCKS proxy",
};

const BUSY: UpstreamFailure = {
  code: 'assistant-busy',
  cause: 'unknown',
  confidence: 'certain',
  phase: 'connect',
  raw: 'too many runs of the whole agent at a time',
};
