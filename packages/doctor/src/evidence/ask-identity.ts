import type { Gatherer } from './gather-context.ts';
import { withoutText } from './seen-failure.ts';
import { openClient } from './upstream-client.ts';

export const askIdentity: Gatherer<'identity'> = async (context) => {
  const client = await openClient(context);
  if (!client) return undefined;
  const outcome = await client.identity();
  if (!outcome.ok) return { kind: 'failed', failure: withoutText(outcome.failure) };
  return { kind: 'known', role: outcome.value.role };
};
