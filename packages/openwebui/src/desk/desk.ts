import { isRecord } from '../client/error-body.ts';
import { createPatience } from '../client/patience.ts';
import { type ReplyMeans, requestReply } from '../client/request-reply.ts';
import { readAddress, type UpstreamAddress } from '../client/upstream-address.ts';
import { createUpstreamAgent, type UpstreamWay } from '../client/upstream-agent.ts';
import { DEFAULT_LIMITS, DEFAULT_TIMEOUTS, type UpstreamTimeouts } from '../client/upstream-limits.ts';
import { type DeskFailure, deskFailure, saidIn } from './desk-failure.ts';
import { type PeekCall, type PeekReply, peekAt } from './peek.ts';
import type { Secret } from './secret.ts';

/** One Open WebUI as somebody with rights talks to it: to sign in, to get a key, to set it up. */
export interface Desk {
  readonly baseUrl: string;
  /** Never rejects. What changes something is sent once and never repeated by itself. */
  ask(call: DeskCall): Promise<DeskReply>;
  /** Looks for something in an answer without keeping the answer. Never rejects. */
  peek(call: PeekCall): Promise<PeekReply>;
  /** Asked once and remembered; undefined when it cannot be told. */
  version(): Promise<string | undefined>;
  /** Closes what is open. */
  close(): Promise<void>;
}

export interface DeskCall {
  /** Default GET. */
  method?: 'GET' | 'POST' | 'DELETE';
  path: string;
  body?: object;
  /** Credential; without it the call is anonymous. */
  as?: Secret;
  /** Further secrets in the body, to be taken out of whatever is reported. */
  secrets?: readonly Secret[];
}

export interface DeskReply {
  /** 0: no answer came. */
  status: number;
  /** undefined when the body is no JSON, for example a page. */
  json: unknown;
  /** Open WebUI's own sentence, when it said one. */
  detail: string | undefined;
  /** What this reply means where it is not the wanted one. */
  failure(): DeskFailure;
}

export interface DeskOptions extends UpstreamWay {
  /** Base address; with the path below which Open WebUI lives, when it does. */
  baseUrl: string;
  timeouts?: Partial<UpstreamTimeouts>;
}

/** How often the coarse clock looks at the limits. In milliseconds. */
const LONGEST_STEP_MS = 250;

export function createDesk(options: DeskOptions): Desk {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
  const means: ReplyMeans = {
    agent: createUpstreamAgent(options, {
      connectMs: timeouts.connectMs,
      // A connection of its own for each call: a kept one may just be closing, and a change must not be sent twice.
      pipelining: 0,
    }),
    patience: createPatience(Math.max(1, Math.min(LONGEST_STEP_MS, timeouts.replyMs / 4))),
    connectMs: timeouts.connectMs,
    timeouts,
    limits: DEFAULT_LIMITS,
  };
  let version: Promise<string | undefined> | undefined;

  async function ask(call: DeskCall): Promise<DeskReply> {
    const address = addressFor(options.baseUrl, call.as);
    const secrets = [call.as, ...(call.secrets ?? [])].flatMap((secret) => (secret ? [secret.reveal()] : []));
    if (!address.ok) return unanswered(() => deskFailure(address.failure, secrets));
    const method = call.method ?? 'GET';
    const outcome = await requestReply(means, address.value, call.path, {
      method,
      once: method !== 'GET',
      ...(call.body && { body: JSON.stringify(call.body) }),
    });
    if ('failure' in outcome) return unanswered(() => deskFailure(outcome.failure, secrets));
    const { reply } = outcome;
    return {
      status: reply.status,
      json: reply.json,
      detail: saidIn(reply.text, secrets),
      failure: () => deskFailure(reply.failure(), secrets),
    };
  }

  async function askVersion(): Promise<string | undefined> {
    const { status, json } = await ask({ path: '/api/version' });
    return status === 200 && isRecord(json) && typeof json.version === 'string' ? json.version : undefined;
  }

  return {
    baseUrl: options.baseUrl,
    ask,
    peek(call) {
      const address = addressFor(options.baseUrl, call.as);
      if (address.ok) return peekAt(means, address.value, call);
      return Promise.resolve({ failure: deskFailure(address.failure, [call.as.reveal()]) });
    },
    async version() {
      version ??= askVersion();
      const known = await version;
      if (known === undefined) version = undefined;
      return known;
    },
    close: () => means.agent.destroy(),
  };
}

type Address = ReturnType<typeof readAddress>;

function addressFor(baseUrl: string, as: Secret | undefined): Address {
  if (as) return readAddress({ baseUrl, credential: as.reveal() });
  const address = readAddress({ baseUrl, credential: 'anonymous' });
  if (!address.ok) return address;
  const value: UpstreamAddress = { ...address.value, authorization: '', credential: '' };
  return { ok: true, value };
}

function unanswered(failure: () => DeskFailure): DeskReply {
  return { status: 0, json: undefined, detail: undefined, failure };
}
