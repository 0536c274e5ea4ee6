/** Whether answers rest on documents, and if not, whether the account may read those that are attached. */
import { openDesk } from './ask-plainly.ts';
import type { KnowledgeEvidence } from './evidence-map.ts';
import type { GatherContext, Gatherer } from './gather-context.ts';

/** Collections looked at one by one; one that cannot be read tells as much as all of them. */
const LOOKED_AT = 5;

export const lookAtKnowledge: Gatherer<'knowledge'> = async (context) => {
  const model = await context.evidence('model');
  const { collections = [], expectsKnowledge = false } = context.input;
  const expected = expectsKnowledge || collections.length > 0 || model?.equipment?.hasKnowledge === true;
  if (!expected) return { expected, sources: 0, readable: 0, closed: 0 };
  const stream = await context.evidence('stream');
  if (!stream || stream.end === 'failed') return undefined;
  const { sources } = stream;
  if (sources > 0) return { expected, sources, readable: 0, closed: 0 };
  const ids = [...collections, ...(model?.equipment?.knowledgeIds ?? [])];
  return { expected, sources, ...(await readability(context, ids.slice(0, LOOKED_AT))) };
};

async function readability(
  context: GatherContext,
  ids: readonly string[],
): Promise<Pick<KnowledgeEvidence, 'readable' | 'closed'>> {
  const counts = { readable: 0, closed: 0 };
  const ask = await openDesk(context);
  if (!ask) return counts;
  for (const id of ids) {
    const { status } = await ask(`/api/v1/knowledge/${encodeURIComponent(id)}`);
    if (status === 200) counts.readable++;
    // 403 is a list of allowed paths; whoever may not read gets 401 or, from 0.9 on, 404.
    else if (status === 401 || status === 404) counts.closed++;
  }
  return counts;
}
