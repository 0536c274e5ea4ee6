import { probeAgentSocket, UPGRADE_REFUSED } from '@guichet/openwebui/client';
import type { SocketEvidence } from './evidence-map.ts';
import type { Gatherer } from './gather-context.ts';
import { sendableCredential } from './read-credential.ts';
import { wholeAgentAsked } from './whole-agent-asked.ts';

/** Whether a socket to Open WebUI can be opened. Nothing is asked over it; an API key is let in and joins nothing. */
export const trySocket: Gatherer<'socket'> = async (context): Promise<SocketEvidence | undefined> => {
  if (!(await wholeAgentAsked(context))) return { kind: 'none' };
  const address = await context.evidence('address');
  const credential = sendableCredential(context.input);
  if (address?.kind !== 'address' || credential === undefined) return undefined;
  const front = await context.evidence('front');
  const patience = { connectMs: context.limit('replyMs'), joinMs: context.limit('connectMs') };
  const started = performance.now();
  const outcome = await probeAgentSocket(address.base, credential, patience);
  const ms = Math.round(performance.now() - started);
  if (outcome.ok || outcome.failure.cause === 'session-token-rejected') return { kind: 'open', ms };
  const { cause, status, raw = '' } = outcome.failure;
  return {
    kind: 'blocked',
    ...(raw.startsWith(UPGRADE_REFUSED) && status !== undefined && { status }),
    timedOut: cause === 'timeout',
    switchedOff: front?.socketsOff === true,
    ms,
  };
};
