/** A socket with a session that is taken: a token that is refused is renewed once. */
import type { AgentSession } from '../chat-completion-types.ts';
import { PhaseTimeout, translateNetworkError } from '../network-failure.ts';
import {
  type AgentSocketListener,
  openAgentSocket,
  type PendingSocket,
  type SocketMeans,
  type SocketOutcome,
} from './agent-socket.ts';

export interface JoiningSocket {
  outcome: Promise<SocketOutcome & { token?: string }>;
  cancel(): void;
}

export function joinAgentSocket(
  means: SocketMeans,
  session: AgentSession,
  listener: AgentSocketListener,
): JoiningSocket {
  let pending: PendingSocket | undefined;
  let cancelled = false;

  async function join(): Promise<SocketOutcome & { token?: string }> {
    const first = await once();
    if (first.ok || !first.refused || cancelled) return first;
    if (first.token !== undefined) session.refused(first.token);
    return once();
  }

  async function once(): Promise<SocketOutcome & { token?: string }> {
    const given = await tokenOf(session, means.joinMs);
    if (!given.ok) return { ok: false, refused: false, failure: given.failure };
    pending = openAgentSocket(means, given.token, listener);
    if (cancelled) pending.cancel();
    return { ...(await pending.outcome), token: given.token };
  }

  return {
    outcome: join(),
    cancel() {
      cancelled = true;
      pending?.cancel();
    },
  };
}

async function tokenOf(session: AgentSession, ms: number): ReturnType<AgentSession['token']> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new PhaseTimeout(`session: no token in ${ms} ms`)), ms);
  try {
    return await Promise.race([session.token(), late.promise]);
  } catch (error) {
    const why = error instanceof Error ? error : new Error(String(error));
    return { ok: false, failure: translateNetworkError(why, 'connect') };
  } finally {
    clearTimeout(timer);
  }
}
