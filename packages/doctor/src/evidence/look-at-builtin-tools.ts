import { wholeAgentObstacles } from '@guichet/openwebui/agent-safety';
import type { BuiltinToolsEvidence } from './evidence-map.ts';
import type { Gatherer } from './gather-context.ts';
import { sendableCredential } from './read-credential.ts';
import { wholeAgentAsked } from './whole-agent-asked.ts';

/** What would let visitors at the account's own things; the running server looks with the same eyes. */
export const lookAtBuiltinTools: Gatherer<'builtinTools'> = async (
  context,
): Promise<BuiltinToolsEvidence | undefined> => {
  if (!(await wholeAgentAsked(context))) return { kind: 'none' };
  const address = await context.evidence('address');
  const model = (await context.evidence('model'))?.used;
  const credential = sendableCredential(context.input);
  if (address?.kind !== 'address' || credential === undefined || model === undefined) return undefined;
  const version = (await context.evidence('front'))?.openWebUiVersion;
  const { obstacles } = await wholeAgentObstacles({ baseUrl: address.origin, credential }, model);
  return {
    kind: 'read',
    obstacles: obstacles.map((one) => (one.what === 'not-checked' ? { what: one.what } : one)),
    ...(version !== undefined && { version }),
  };
};
