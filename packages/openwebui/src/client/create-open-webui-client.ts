import { type AgentLimits, DEFAULT_AGENT_LIMITS } from './agent/agent-limits.ts';
import type { AgentLogEntry } from './agent/agent-log.ts';
import { createRunQueue } from './agent/run-queue.ts';
import { type AgentMeans, startAgentAnswer } from './agent/start-agent-answer.ts';
import { startAnswer } from './answer.ts';
import type { AgentSession, AnswerHandler, ChatCompletionRequest, RunningAnswer } from './chat-completion-types.ts';
import { credentialKind } from './credential-kind.ts';
import { deleteDocument, findDocuments, readDocument, uploadDocument } from './documents.ts';
import { askFollowUps } from './follow-ups.ts';
import { askIdentity } from './identity.ts';
import type { OpenWebUiClient, UpstreamResult, UpstreamTarget } from './open-webui-client.ts';
import { createPatience } from './patience.ts';
import { proxyFor } from './proxy-for.ts';
import { passRating, withdrawRating } from './ratings.ts';
import { secretRemover } from './secret-remover.ts';
import { askHealth, askModels, askVersion } from './short-questions.ts';
import { readAddress, type UpstreamAddress } from './upstream-address.ts';
import { createUpstreamAgent, type UpstreamWay } from './upstream-agent.ts';
import type { UpstreamFailure } from './upstream-failure.ts';
import {
  DEFAULT_LIMITS,
  DEFAULT_TIMEOUTS,
  MAX_UNREADABLE_CHARS,
  type UpstreamLimits,
  type UpstreamTimeouts,
} from './upstream-limits.ts';
import { UsageWish } from './usage.ts';
import { askVoiceOffer, readAloud, transcribe } from './voice.ts';
import { answerWithoutSecret, modelsWithoutSecret, questionsWithoutSecret } from './without-secret.ts';

/** What the log gets to know. Holds no credential; `failure.raw` and `data` may hold what visitors must not see. */
export type UpstreamLogEntry =
  | { event: 'upstream-failure'; question: Question; failure: UpstreamFailure; ms: number }
  /** Frames of one answer that are no JSON and were left out. `data`: the beginning of the first. */
  | { event: 'frame-unreadable'; data: string; count: number };

type Question =
  | 'health'
  | 'version'
  | 'identity'
  | 'models'
  | 'follow-ups'
  | 'documents'
  | 'voice'
  | 'ratings'
  | 'answer';

export interface OpenWebUiClientOptions extends UpstreamWay {
  /** Asked at each call; undefined while nothing is configured. */
  target: () => UpstreamTarget | undefined;
  /** Without it, a site's whole agent answers in one round. */
  agentSession?: AgentSession;
  log?: (entry: UpstreamLogEntry) => void;
  /** What happens in runs of the whole agent. */
  agentLog?: (entry: AgentLogEntry) => void;
  timeouts?: Partial<UpstreamTimeouts>;
  limits?: Partial<UpstreamLimits>;
  agentLimits?: Partial<AgentLimits>;
}

/** How often the coarse clock looks at the limits, at most; finer when a test sets shorter limits. In milliseconds. */
const LONGEST_STEP_MS = 250;

/** Runs are stopped and files deleted before a client closes, for at most so long, in milliseconds. */
const CLOSE_PATIENCE_MS = 2_000;

export function createOpenWebUiClient(options: OpenWebUiClientOptions): OpenWebUiClient {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const agent = createUpstreamAgent(options, {
    connectMs: timeouts.connectMs,
    // One stream fills a connection, and closing it must close nothing else.
    pipelining: 1,
    // uvicorn closes idle connections after 5 s; to be first avoids writing into one that is just closing.
    keepAliveTimeout: 4_000,
  });
  const shortest = Math.min(...Object.values(timeouts));
  const agentLimits = { ...DEFAULT_AGENT_LIMITS, ...options.agentLimits };
  const leftToDo = new Set<Promise<unknown>>();
  const means: AgentMeans = {
    agent,
    patience: createPatience(Math.max(1, Math.min(LONGEST_STEP_MS, shortest / 4))),
    connectMs: timeouts.connectMs,
    timeouts,
    limits,
    marks: new Map(),
    usageWish: new UsageWish(),
    onUnreadable({ data, count }) {
      const remove = secretRemover(options.target()?.credential ?? '');
      options.log?.({ event: 'frame-unreadable', data: remove(data).slice(0, MAX_UNREADABLE_CHARS), count });
    },
    agentLimits,
    queue: createRunQueue(agentLimits),
    agentLog: (entry) => options.agentLog?.(entry),
    proxyTo: (origin) => proxyFor(origin, options.environment ?? process.env),
    ...(options.lookup && { lookup: options.lookup }),
    keep(work) {
      leftToDo.add(work);
      void work.finally(() => leftToDo.delete(work));
    },
  };
  const running = new Set<RunningAnswer>();

  async function ask<Value>(
    question: Question,
    put: (address: UpstreamAddress) => Promise<UpstreamResult<Value>>,
  ): Promise<UpstreamResult<Value>> {
    const started = performance.now();
    const address = readAddress(options.target());
    const result = address.ok ? await put(address.value) : address;
    if (!result.ok) logFailure(question, result.failure, started);
    return result;
  }

  function logFailure(question: Question, failure: UpstreamFailure, started: number): void {
    options.log?.({ event: 'upstream-failure', question, failure, ms: Math.round(performance.now() - started) });
  }

  function answer(request: ChatCompletionRequest, handler: AnswerHandler): RunningAnswer {
    const started = performance.now();
    const address = readAddress(options.target());
    if (!address.ok) return failedAnswer(address.failure, observed(handler, started));
    const told: AnswerHandler = {
      onText: (text) => handler.onText(text),
      onReasoning: (text) => handler.onReasoning(text),
      onRewrite: (rewritten) => handler.onRewrite(rewritten),
      onSources: (sources) => handler.onSources(sources),
      onActivity: (activity) => handler.onActivity?.(activity),
      onFile: (file) => handler.onFile?.(file),
      onUsage: (usage) => handler.onUsage?.(usage),
      onEnd: (end) => {
        running.delete(answering);
        observed(handler, started).onEnd(end);
      },
    };
    const safely = answerWithoutSecret(told, address.value.credential);
    const session = request.settings.tools === 'whole-agent' ? sessionFor(address.value) : undefined;
    const answering = session
      ? startAgentAnswer(means, address.value, request, session, safely)
      : startAnswer(means, address.value, atMostOneRound(request), safely);
    running.add(answering);
    return answering;
  }

  /** A credential that is a session token itself opens a socket too. */
  function sessionFor({ credential }: UpstreamAddress): AgentSession | undefined {
    if (options.agentSession) return options.agentSession;
    if (typeof credentialKind(credential) !== 'object') return undefined;
    return { token: async () => ({ ok: true, token: credential }), refused() {} };
  }

  /** The handler, with its failures told to the log first. */
  function observed(handler: AnswerHandler, started: number): Pick<AnswerHandler, 'onEnd'> {
    return {
      onEnd(end) {
        if (end.kind === 'failed' || end.kind === 'interrupted') logFailure('answer', end.failure, started);
        handler.onEnd(end);
      },
    };
  }

  return {
    health: () => ask('health', (address) => askHealth(means, address)),
    version: () => ask('version', (address) => askVersion(means, address)),
    identity: () => ask('identity', (address) => askIdentity(means, address)),
    models: () =>
      ask('models', async (address) => modelsWithoutSecret(await askModels(means, address), address.credential)),
    followUps: (request) =>
      ask('follow-ups', async (address) =>
        questionsWithoutSecret(await askFollowUps(means, address, request), address.credential),
      ),
    uploadDocument: (document) => ask('documents', (address) => uploadDocument(means, address, document)),
    findDocuments: (mark) => ask('documents', (address) => findDocuments(means, address, mark)),
    readDocument: (id, signal) => ask('documents', (address) => readDocument(means, address, id, signal)),
    deleteDocument: (id) => ask('documents', (address) => deleteDocument(means, address, id)),
    voiceOffer: () => ask('voice', (address) => askVoiceOffer(means, address)),
    transcribe: (recording) => ask('voice', (address) => transcribe(means, address, recording)),
    readAloud: (text) => ask('voice', (address) => readAloud(means, address, text)),
    passRating: (rating, id) => ask('ratings', (address) => passRating(means, address, rating, id)),
    withdrawRating: (id) => ask('ratings', (address) => withdrawRating(means, address, id)),
    answer,
    async close() {
      for (const one of [...running]) one.abort();
      if (leftToDo.size > 0) await Promise.race([Promise.all(leftToDo), pause(CLOSE_PATIENCE_MS)]);
      await agent.destroy();
    },
  };
}

function atMostOneRound(request: ChatCompletionRequest): ChatCompletionRequest {
  if (request.settings.tools !== 'whole-agent') return request;
  return { ...request, settings: { ...request.settings, tools: 'one-round' } };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Ends a turn later, like every answer, so that the caller holds it before its end is told. */
function failedAnswer(failure: UpstreamFailure, handler: Pick<AnswerHandler, 'onEnd'>): RunningAnswer {
  let over = false;
  const end = (told: Parameters<AnswerHandler['onEnd']>[0]) => {
    if (over) return;
    over = true;
    handler.onEnd(told);
  };
  queueMicrotask(() => end({ kind: 'failed', failure }));
  return { abort: () => end({ kind: 'aborted' }) };
}
