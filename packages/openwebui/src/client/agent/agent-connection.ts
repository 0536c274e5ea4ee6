/** The socket of one run, joined by the session: opened once, and again for a while when it is lost in mid-run. */
import type { LookupFunction } from 'node:net';
import type { AgentSession } from '../chat-completion-types.ts';
import type { NetworkProxy } from '../proxy-for.ts';
import type { UpstreamAddress } from '../upstream-address.ts';
import type { UpstreamTimeouts } from '../upstream-limits.ts';
import type { AgentLimits } from './agent-limits.ts';
import { BUSY } from './agent-run-failures.ts';
import type { AgentSocket, AgentSocketListener, SocketMeans, SocketOutcome } from './agent-socket.ts';
import { type JoiningSocket, joinAgentSocket } from './join-agent-socket.ts';

export interface AgentConnection {
  open(): Promise<SocketOutcome>;
  /** @returns whether it is back; false when it was too long, or is not wanted any more */
  openAgain(): Promise<boolean>;
  isOpen(): boolean;
  /** @returns whether Open WebUI knows the socket again that it had forgotten */
  rejoin(): Promise<boolean>;
  /** The session's token, as soon as there is one: it must not be shown anywhere. */
  token(): string;
  /** Repeatable. What is being opened is not waited for any more. */
  cancel(): void;
  /** Repeatable. */
  close(): void;
}

export interface ConnectionMeans {
  address: Pick<UpstreamAddress, 'origin' | 'basePath'>;
  session: AgentSession;
  timeouts: Pick<UpstreamTimeouts, 'connectMs'>;
  agentLimits: Pick<AgentLimits, 'joinMs' | 'eventBytes' | 'heartbeatMs' | 'reconnectMs'>;
  proxy: NetworkProxy | undefined;
  /** Finds the addresses that are connected to; the system's where it is absent. */
  lookup?: LookupFunction;
  isWanted(): boolean;
}

/** A lost socket is tried again after this, then after twice that, and so on. */
const FIRST_RECONNECT_MS = 250;
/** Longest pause between two such attempts: a proxy that restarts is noticed soon, and not asked all the time. */
const LONGEST_RECONNECT_PAUSE_MS = 4_000;

export function createAgentConnection(means: ConnectionMeans, listener: AgentSocketListener): AgentConnection {
  const { isWanted } = means;
  const socketMeans = socketMeansOf(means);
  let joining: JoiningSocket | undefined;
  let socket: AgentSocket | undefined;
  let token = '';

  async function open(): Promise<SocketOutcome> {
    joining = joinAgentSocket(socketMeans, means.session, {
      onEvent: listener.onEvent,
      onLost(reason, tooLarge) {
        socket = undefined;
        listener.onLost(reason, tooLarge);
      },
    });
    const outcome = await joining.outcome;
    token = outcome.token ?? token;
    if (!outcome.ok) return outcome;
    if (isWanted()) {
      socket = outcome.socket;
      return outcome;
    }
    outcome.socket.close();
    return { ok: false, refused: false, failure: BUSY };
  }

  async function openAgain(): Promise<boolean> {
    const until = performance.now() + means.agentLimits.reconnectMs;
    let pauseMs = FIRST_RECONNECT_MS;
    while (isWanted() && performance.now() + pauseMs < until) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      if (!isWanted()) return false;
      if ((await open()).ok) return true;
      pauseMs = Math.min(pauseMs * 2, LONGEST_RECONNECT_PAUSE_MS);
    }
    return false;
  }

  return {
    open,
    openAgain,
    isOpen: () => socket !== undefined,
    rejoin: async () => (await socket?.rejoin()) ?? false,
    token: () => token,
    cancel: () => joining?.cancel(),
    close() {
      socket?.close();
      socket = undefined;
    },
  };
}

function socketMeansOf({ address, timeouts, agentLimits, proxy, lookup }: ConnectionMeans): SocketMeans {
  return {
    origin: address.origin,
    basePath: address.basePath,
    ...(lookup && { lookup }),
    ...(proxy && { proxy }),
    connectMs: timeouts.connectMs,
    joinMs: agentLimits.joinMs,
    // Beyond the limit it is still read, so that the run can be stopped.
    maxEventBytes: agentLimits.eventBytes * 2,
    heartbeatMs: agentLimits.heartbeatMs,
  };
}
