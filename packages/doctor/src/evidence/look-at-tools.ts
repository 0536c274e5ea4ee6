/** What the model is set to use, and whether the key's account may. No tool is ever run: it may do something. */

import { openDesk } from './ask-plainly.ts';
import type { ToolsEvidence } from './evidence-map.ts';
import type { GatherContext, Gatherer } from './gather-context.ts';
import { isRecord } from './is-record.ts';
import { ownerChoosesCalling } from './owner-chooses-calling.ts';

export const lookAtTools: Gatherer<'tools'> = async (context): Promise<ToolsEvidence | undefined> => {
  const equipment = (await context.evidence('model'))?.equipment;
  if (!equipment) return undefined;
  const version = (await context.evidence('front'))?.openWebUiVersion;
  const { tools: mode } = context.input;
  const { toolIds, features, unusableToolIds: unusable } = equipment;
  const isUsed = mode !== undefined && mode !== 'off' && toolIds.length > 0;
  const missing = isUsed ? await missingOf(context, toolIds) : undefined;
  const callsNatively = ownerChoosesCalling(version) && (await isSetToNative(context));
  return {
    toolIds,
    features,
    ...(mode !== undefined && { mode }),
    ...(version !== undefined && { version }),
    ...(missing !== undefined && { missing }),
    ...(unusable !== undefined && { unusable }),
    ...(callsNatively && { callsNatively }),
  };
};

/** The list of models leaves it out; up to 0.9.4 the model's own row tells it to whoever may use the model. */
async function isSetToNative(context: GatherContext): Promise<boolean> {
  const model = (await context.evidence('model'))?.used;
  const ask = await openDesk(context);
  if (model === undefined || !ask) return false;
  const { status, json } = await ask(`/api/v1/models/model?id=${encodeURIComponent(model)}`);
  // Nothing else of the row is looked at: the owner's own instructions are in it.
  const params = status === 200 && isRecord(json) && isRecord(json.params) ? json.params : {};
  return params.function_calling === 'native';
}

/** @returns undefined where the list cannot be read, as where a list of allowed paths leaves it out */
async function missingOf(context: GatherContext, wanted: readonly string[]): Promise<string[] | undefined> {
  const ask = await openDesk(context);
  const { status, json } = (await ask?.('/api/v1/tools/')) ?? {};
  if (status !== 200 || !Array.isArray(json)) return undefined;
  const there = new Set(json.map((tool) => (isRecord(tool) ? tool.id : undefined)));
  return wanted.filter((id) => !there.has(id));
}
