import type { Gatherer } from './gather-context.ts';
import { toldApart } from './told-apart.ts';
import { openClient } from './upstream-client.ts';

/** Whether the credential is taken: the list of models decides, because every usable credential may read it. */
export const askAccess: Gatherer<'access'> = async (context) => {
  const client = await openClient(context);
  if (!client) return undefined;
  const started = performance.now();
  const outcome = await client.models();
  const ms = Math.round(performance.now() - started);
  if (!outcome.ok) return { failure: await toldApart(context, outcome.failure), ms };
  return { models: outcome.value, ms };
};
