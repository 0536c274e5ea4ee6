/** What the model is set to use, and whether the key's account may. No tool is ever run: it may do something. */
import { openDesk } from './ask-plainly.ts';
import type { ToolsEvidence } from './evidence-map.ts';
import type { GatherContext, Gatherer } from './gather-context.ts';
import { isRecord } from './is-record.ts';

export const lookAtTools: Gatherer<'tools'> = async (context): Promise<ToolsEvidence | undefined> => {
  const equipment = (await context.evidence('model'))?.equipment;
  if (!equipment) return undefined;
  const version = (await context.evidence('front'))?.openWebUiVersion;
  const { tools: mode } = context.input;
  const { toolIds, features } = equipment;
  const isUsed = mode !== undefined && mode !== 'off' && toolIds.length > 0;
  const missing = isUsed ? await missingOf(context, toolIds) : undefined;
  return {
    toolIds,
    features,
    ...(mode === undefined ? {} : { mode }),
    ...(version === undefined ? {} : { version }),
    ...(missing === undefined ? {} : { missing }),
  };
};

/** @returns undefined where the list cannot be read, as where a list of allowed paths leaves it out */
async function missingOf(context: GatherContext, wanted: readonly string[]): Promise<string[] | undefined> {
  const ask = await openDesk(context);
  const { status, json } = (await ask?.('/api/v1/tools/')) ?? {};
  if (status !== 200 || !Array.isArray(json)) return undefined;
  const there = new Set(json.map((tool) => (isRecord(tool) ? tool.id : undefined)));
  return wanted.filter((id) => !there.has(id));
}
