import type { FilterEvidence } from './evidence-map.ts';
import type { Gatherer } from './gather-context.ts';

export const lookAtFilter: Gatherer<'filter'> = async (context): Promise<FilterEvidence | undefined> => {
  const answer = await context.evidence('answer');
  if (!answer) return undefined;
  const isOver = answer.endedByFilter !== undefined || answer.end === 'failed';
  const by = isOver ? answer.endedByFilter : (await context.evidence('stream'))?.endedByFilter;
  if (!by) return { kind: 'none' };
  const version = (await context.evidence('front'))?.openWebUiVersion;
  const { tools: mode } = context.input;
  return { kind: 'ends', by, ...(version !== undefined && { version }), ...(mode !== undefined && { mode }) };
};
