/** Whether a socket can be had and a session is taken there; for a diagnosis. Nothing is asked. */
import type { UpstreamResult } from '../open-webui-client.ts';
import { type ProxyEnvironment, proxyFor } from '../proxy-for.ts';
import { readAddress } from '../upstream-address.ts';
import { DEFAULT_TIMEOUTS } from '../upstream-limits.ts';
import { DEFAULT_AGENT_LIMITS } from './agent-limits.ts';
import { openAgentSocket } from './agent-socket.ts';
import { canTunnel } from './tunnel-agent.ts';

/**
 * @param baseUrl Open WebUI's, with the path below which it lives
 * @param token a session token; an API key is let in and does not join, which fails as `session-token-rejected`
 */
export async function probeAgentSocket(
  baseUrl: string,
  token: string,
  patience: { connectMs?: number; joinMs?: number } = {},
  environment: ProxyEnvironment = process.env,
): Promise<UpstreamResult<'joined'>> {
  const { eventBytes, heartbeatMs } = DEFAULT_AGENT_LIMITS;
  const { connectMs = DEFAULT_TIMEOUTS.connectMs, joinMs = DEFAULT_AGENT_LIMITS.joinMs } = patience;
  const address = readAddress({ baseUrl, credential: token });
  if (!address.ok) return address;
  const { origin, basePath } = address.value;
  const proxy = proxyFor(origin, environment);
  const means = {
    origin,
    basePath,
    ...(proxy && canTunnel(proxy) && { proxy }),
    connectMs,
    joinMs,
    maxEventBytes: eventBytes,
    heartbeatMs,
  };
  const outcome = await openAgentSocket(means, token, { onEvent() {}, onLost() {} }).outcome;
  if (!outcome.ok) return { ok: false, failure: outcome.failure };
  outcome.socket.close();
  return { ok: true, value: 'joined' };
}
