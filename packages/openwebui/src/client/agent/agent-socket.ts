/** One socket to Open WebUI, joined to the account of a session. It does not come back by itself: whoever reads decides. */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { translateNetworkError } from '../network-failure.ts';
import type { NetworkProxy } from '../proxy-for.ts';
import type { UpstreamFailure } from '../upstream-failure.ts';
import { withoutSecret } from '../without-secret.ts';
import { tunnelAgent } from './tunnel-agent.ts';

export interface AgentSocketListener {
  /** @param bytes what the event took on the wire */
  onEvent(event: unknown, bytes: number): void;
  /** The connection is lost, `tooLarge` because of an event beyond the limit. Not told after `close()`. */
  onLost(reason: string, tooLarge: boolean): void;
}

export interface AgentSocket {
  /** Part of the chat id that a run is asked under. */
  readonly id: string;
  /** Makes itself known once more: Open WebUI forgets whom it has not heard for minutes, and goes on telling it all. */
  rejoin(): Promise<boolean>;
  /** Repeatable. */
  close(): void;
}

export type SocketOutcome =
  | { ok: true; socket: AgentSocket }
  /** `refused`: the socket is there, but this session's token is not taken. */
  | { ok: false; refused: boolean; failure: UpstreamFailure };

export interface SocketMeans {
  origin: string;
  /** The path below which all of Open WebUI lives, its socket too; empty when it has the host for itself. */
  basePath: string;
  /** Finds the addresses that are connected to; the system's where it is absent. */
  lookup?: LookupFunction;
  /** Of the network; it looks names up by itself. */
  proxy?: NetworkProxy;
  connectMs: number;
  joinMs: number;
  /** Largest event, in bytes. */
  maxEventBytes: number;
  heartbeatMs: number;
}

/** Of Open WebUI itself; an API key may connect there, but gets no events. */
const SOCKET_PATH = '/ws/socket.io';

/** Socket.IO's mark of a packet that is an event. */
const EVENT_PACKET = '2';

/** Never rejects. */
export function openAgentSocket(means: SocketMeans, token: string, listener: AgentSocketListener): PendingSocket {
  const { promise, resolve } = Promise.withResolvers<SocketOutcome>();
  const socket = io(means.origin, {
    path: means.basePath + SOCKET_PATH,
    // Polling would go through proxies that block sockets, at several requests a word.
    transports: ['websocket'],
    auth: { token },
    reconnection: false,
    forceNew: true,
    timeout: means.connectMs,
    extraHeaders: { 'user-agent': 'Guichet' },
    ...{ maxPayload: means.maxEventBytes },
    ...wayOf(means),
  });
  /** Of the events whose frames have come and that are not told yet. */
  const sizes: number[] = [];
  let bytes = 0;
  let joined = false;
  let over = false;
  let heartbeat: NodeJS.Timeout | undefined;

  function close(): void {
    over = true;
    clearInterval(heartbeat);
    clearTimeout(joining);
    socket.disconnect();
  }

  function fail(failure: UpstreamFailure, refused: boolean): void {
    if (over) return;
    close();
    resolve({ ok: false, refused, failure: withoutSecret(failure, token) });
  }

  const joining = setTimeout(
    () => fail(translateNetworkError(timedOut('the socket did not join in time'), 'connect'), false),
    means.connectMs + means.joinMs,
  );

  socket.on('connect_error', (error) => fail(translateSocketError(error), false));
  socket.on('connect', () => {
    socket.io.engine.on('data', (data: unknown) => {
      // Several frames may come in one turn, and their events only after all of them: each keeps its own size.
      if (typeof data === 'string' && data.startsWith(EVENT_PACKET)) sizes.push(data.length);
    });
    void join(socket, token, means.joinMs).then((isMember) => {
      if (over) return;
      if (!isMember) {
        fail(JOIN_REFUSED, true);
        return;
      }
      joined = true;
      clearTimeout(joining);
      heartbeat = setInterval(() => socket.emit('heartbeat', {}), means.heartbeatMs);
      const rejoin = () => join(socket, token, means.joinMs);
      resolve({ ok: true, socket: { id: socket.id ?? '', rejoin, close } });
    });
  });
  socket.on('events', (event: unknown, acknowledge: unknown) => {
    // A tool wants to ask whoever sits before the browser, and there is nobody. It hears so at once.
    if (typeof acknowledge === 'function') acknowledge({ error: 'There is nobody who could answer.' });
    if (!over) listener.onEvent(event, bytes);
  });
  // Told before the event itself, whatever its name.
  socket.onAny(() => {
    bytes = sizes.shift() ?? 0;
  });
  socket.on('disconnect', (reason, details) => {
    if (over) return;
    if (!joined) {
      fail({ ...LOST, raw: `the socket was closed before it joined: ${reason}` }, false);
      return;
    }
    close();
    const { message } = innerError(details instanceof Error ? details : Object.assign(new Error(''), details));
    listener.onLost(message === '' ? reason : `${reason}: ${message}`, isTooLarge(message));
  });

  return {
    outcome: promise,
    cancel() {
      if (!joined) fail({ ...LOST, raw: 'no longer wanted' }, false);
    },
  };
}

/** The library hands an agent on to the WebSocket below it, and neither a lookup nor a proxy. */
function wayOf({ origin, proxy, lookup, connectMs }: SocketMeans): { agent?: string } {
  const agent = proxy ? tunnelAgent(proxy, origin, connectMs) : lookup && agentWith(origin, lookup);
  // Its types know no agent of Node's.
  return agent ? { agent: agent as unknown as string } : {};
}

function agentWith(origin: string, lookup: LookupFunction): HttpAgent {
  return origin.startsWith('https:') ? new HttpsAgent({ lookup }) : new HttpAgent({ lookup });
}

export interface PendingSocket {
  outcome: Promise<SocketOutcome>;
  /** Gives up while it still connects. */
  cancel(): void;
}

/** Whoever joins is told who it is; a token that is not taken gets an empty answer. */
async function join(socket: Socket, token: string, ms: number): Promise<boolean> {
  try {
    const who: unknown = await socket.timeout(ms).emitWithAck('user-join', { auth: { token } });
    return typeof who === 'object' && who !== null && 'id' in who;
  } catch {
    return false;
  }
}

/** What the library hands on: `websocket error`, with the real one inside. */
function translateSocketError(error: Error): UpstreamFailure {
  const inner = innerError(error);
  const status = /Unexpected server response: (\d+)/.exec(inner.message)?.[1];
  if (status !== undefined) {
    return {
      code: 'assistant-misconfigured',
      cause: 'unknown',
      confidence: 'probable',
      phase: 'connect',
      status: Number(status),
      raw: `${UPGRADE_REFUSED}: the answer was ${status} instead of 101`,
    };
  }
  if (error.message === 'timeout')
    return translateNetworkError(timedOut('the socket did not connect in time'), 'connect');
  return translateNetworkError(inner, 'connect');
}

/** The words by which the doctor knows a proxy that lets no socket through. */
export const UPGRADE_REFUSED = 'websocket upgrade refused';

function innerError(error: Error): Error {
  const { description } = error as Error & { description?: { error?: unknown; message?: unknown } };
  if (description?.error instanceof Error) return description.error;
  return typeof description?.message === 'string' ? new Error(description.message) : error;
}

/** As the library below words it. */
function isTooLarge(message: string): boolean {
  return /max payload size exceeded/i.test(message);
}

function timedOut(message: string): Error {
  return Object.assign(new Error(message), { code: 'ETIMEDOUT' });
}

const JOIN_REFUSED: UpstreamFailure = {
  code: 'assistant-misconfigured',
  cause: 'session-token-rejected',
  confidence: 'probable',
  phase: 'connect',
  raw: 'the socket is there, but the session was not taken (no reply to user-join)',
};

const LOST: UpstreamFailure = {
  code: 'assistant-unavailable',
  cause: 'connection-refused',
  confidence: 'probable',
  phase: 'connect',
};
