import { createDesk, Secret } from '@guichet/openwebui/key-exchange';
import { probeReach } from '@guichet/openwebui/reach';
import type { Gatherer } from './gather-context.ts';
import { needsOf } from './needs-of.ts';
import { sendableCredential } from './read-credential.ts';

/** What whoever finds the key could do with it. Harmless reads, whose answers are dropped. */
export const measureReach: Gatherer<'reach'> = async (context) => {
  const address = await context.evidence('address');
  const credential = sendableCredential(context.input);
  if (address?.kind !== 'address' || credential === undefined) return undefined;
  const desk = createDesk({
    ...context.tools.way,
    baseUrl: address.base,
    timeouts: { replyMs: context.limit('replyMs') },
  });
  context.onEnd(() => desk.close());
  const reach = await probeReach(desk, new Secret(credential), { needs: needsOf(context.input) });
  if (reach.kind === 'refused') return undefined;
  const { findings, restricted, remedy } = reach;
  return { findings, restricted, binds: remedy.binds, line: remedy.line };
};
