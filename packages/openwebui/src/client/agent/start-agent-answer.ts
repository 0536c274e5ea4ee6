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
import type { NetworkProxy } from '../proxy-for.ts';
import type { UpstreamAddress } from '../upstream-address.ts';
import type { UpstreamFailure } from '../upstream-failure.ts';
import { answerWithoutSecret } from '../without-secret.ts';
import { createAgentConnection } from './agent-connection.ts';
import { createAgentFiles } from './agent-files.ts';
import type { AgentLimits } from './agent-limits.ts';
import { type AgentLogEntry, agentLogWithoutSecrets } from './agent-log.ts';
import { buildAgentPayload } from './agent-payload.ts';
import { createAgentReader } from './agent-reader.ts';
import { BEHIND_SOCKS, BUSY, eventTooLarge, internalFailure, isUnknownWay, socketGone } from './agent-run-failures.ts';
import { passOn } from './pass-on.ts';
import { createRunClock } from './run-clock.ts';
import type { RunQueue } from './run-queue.ts';
import { createRunStop } from './run-stop.ts';
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

/** How long an abandoned question is still waited for, so that its run can be stopped as soon as there is one. */
const ABANDONED_QUESTION_MS = 5_000;

export function startAgentAnswer(
  means: AgentMeans,
  address: UpstreamAddress,
  request: ChatCompletionRequest,
  session: AgentSession,
  handler: AnswerHandler,
): RunningAnswer {
  const { agentLimits: limits } = means;
  const ids = { chatId: '', messageId: randomUUID(), sessionId: randomUUID() };
  const proxy = means.proxyTo(address.origin);
  const ticket = means.queue.enter();
  /** The handler, and from the session on nothing of its token. */
  let listener = handler;
  /** Nothing is told any more. */
  let over = false;
  /** The end is known; only files are still awaited. */
  let ending = false;
  let accepted = false;
  let isPlain = false;
  let asked: RunningAnswer | undefined;
  let instead: RunningAnswer | undefined;
  let afterError: NodeJS.Timeout | undefined;
  let abandoning: NodeJS.Timeout | undefined;

  const isRunning = () => !over && !ending;
  const connection = createAgentConnection(
    { ...means, address, session, proxy, isWanted: isRunning },
    { onEvent, onLost },
  );
  const { log, clean } = agentLogWithoutSecrets(means.agentLog, () => [address.credential, connection.token()]);
  const runStop = createRunStop(
    { ...means, address, chatId: () => ids.chatId, isTaken: () => accepted, rejoin: connection.rejoin },
    {
      onForgotten: () => log({ what: 'socket-forgotten' }),
      onFailed(failure) {
        log({ what: 'stop-failed', detail: connection.isOpen() ? 'refused' : 'the socket was lost before', failure });
      },
    },
  );
  const clock = createRunClock(means, giveUp);
  const files = createAgentFiles(
    { ...means, address, fileBytes: limits.fileBytes, files: limits.files, startedAtMs: Date.now() },
    {
      onFile(file) {
        if (!over) listener.onFile?.(file);
      },
      onTrouble: (what, detail) => log({ what, detail }),
    },
  );
  const told = passOn(
    () => listener,
    (say, what) => {
      if (!isRunning()) return;
      if (what === 'words') clock.speak();
      say();
    },
  );
  const reader = createAgentReader(
    {
      ...told,
      onRewrite(whole) {
        if (isRunning()) log({ what: 'rewritten' });
        told.onRewrite(whole);
      },
      onFile: (file) => files.take(file),
      onRunning: clock.setTools,
      onToolFailed: (name) => log({ what: 'tool-failed', detail: name }),
      onLimit(limit) {
        log({ what: 'limit-reached', detail: limit });
        runStop.stop();
        conclude(reader.end());
      },
      onError() {
        afterError ??= setTimeout(() => {
          runStop.stop();
          conclude(reader.end());
        }, limits.afterErrorMs);
      },
      onOver: () => conclude(reader.end()),
    },
    { ...limits, answerChars: means.limits.answerChars },
  );

  begin().catch((error: unknown) => giveUp(internalFailure(error)));

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
    const outcome = await connection.open();
    if (outcome.ok) {
      ids.chatId = `local:${outcome.socket.id}`;
      ask();
    } else answerInstead(outcome.failure);
  }

  function ask(): void {
    listener = answerWithoutSecret(handler, connection.token());
    const body = buildAgentPayload(request, ids, means.usageWish.asksFor(address.origin, request.settings.model));
    asked = startAnswer(means, address, request, plainly(), { body, onAccepted: begun });
  }

  /** A version that answers in the reply itself is read as it is; it knows nothing of sockets. */
  function plainly(): AnswerHandler {
    return {
      ...passOn(() => listener, tellPlainly),
      onEnd(how) {
        clearTimeout(abandoning);
        if (over) runStop.afterwards(connection.close);
        // The reply was lost, but its run is heard already.
        else if (accepted && 'failure' in how) begun();
        else if (how.kind === 'failed' && isUnknownWay(how.failure)) answerInstead(how.failure);
        else {
          // Without any reply nobody knows whether it was taken on.
          if ('failure' in how && how.failure.status === undefined) runStop.stop();
          conclude(how);
        }
      },
    };
  }

  function tellPlainly(say: () => void): void {
    isPlain = true;
    runStop.forget();
    if (over) asked?.abort();
    else say();
  }

  function begun(): void {
    accepted = true;
    clearTimeout(abandoning);
    runStop.again();
    if (over) runStop.afterwards(connection.close);
    if (isRunning()) clock.begin();
  }

  function onEvent(event: unknown, bytes: number): void {
    // The socket receives every run of the account; of those only this one is ours.
    if (!isRecord(event) || event.chat_id !== ids.chatId || event.message_id !== ids.messageId) return;
    accepted = true;
    clock.hear();
    if (bytes > limits.eventBytes) endAsTooLarge();
    else reader.feed(event.data, bytes);
  }

  function onLost(reason: string, tooLarge: boolean): void {
    if (!isRunning()) return;
    reader.lost();
    log({ what: 'socket-lost', detail: reason });
    if (tooLarge) {
      endAsTooLarge();
      return;
    }
    clock.lose();
    void readOn(reason);
  }

  /** The run goes on upstream. What is told meanwhile is lost, but the last event repeats everything. */
  async function readOn(reason: string): Promise<void> {
    if (await connection.openAgain()) log({ what: 'socket-back' });
    else giveUp(socketGone(reason, limits.reconnectMs));
  }

  function endAsTooLarge(): void {
    if (!isRunning()) return;
    const failure = eventTooLarge(limits.eventBytes);
    log({ what: 'limit-reached', ...(failure.raw !== undefined && { detail: failure.raw }) });
    giveUp(failure);
  }

  function giveUp(failure: UpstreamFailure): void {
    if (!isRunning()) return;
    runStop.stop();
    // Told for what it holds back; how it ended is known better here.
    reader.end();
    conclude(brokenAnswer(failure, reader.hasAnswer()));
  }

  function answerInstead(failure: UpstreamFailure): void {
    if (!isRunning()) return;
    release();
    connection.close();
    log({ what: 'one-round-instead', failure });
    const settings = { ...request.settings, tools: 'one-round' as const };
    const answer = { ...passOn(() => listener), onEnd: tellEnd };
    instead = startAnswer(means, address, { ...request, settings }, answer);
  }

  function conclude(how: AnswerEnd): void {
    if (!isRunning()) return;
    // It was our wish to know the usage that was refused; no tool has run, and in one round it is not asked for again.
    if (how.kind === 'failed' && !clock.hasSpoken() && isAboutUsage(how.failure)) {
      answerInstead(how.failure);
      return;
    }
    ending = true;
    release();
    runStop.afterwards(connection.close);
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
    clock.stop();
    clearTimeout(afterError);
  }

  function tellEnd(how: AnswerEnd): void {
    if (over) return;
    over = true;
    files.close();
    listener.onEnd('failure' in how ? { ...how, failure: clean(how.failure) } : how);
  }

  function abort(): void {
    if (over) return;
    over = true;
    ending = true;
    release();
    files.close();
    connection.cancel();
    if (instead) instead.abort();
    else stopRun();
    means.keep(files.settled());
    listener.onEnd({ kind: 'aborted' });
  }

  function stopRun(): void {
    runStop.stop();
    if (asked && !accepted && !isPlain) {
      // The question may be taken on at any moment: `begun` stops its run then.
      abandoning = setTimeout(() => asked?.abort(), ABANDONED_QUESTION_MS);
      return;
    }
    asked?.abort();
    runStop.afterwards(connection.close);
  }

  return { abort };
}
