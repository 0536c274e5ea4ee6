import { OLDEST_FOR_WHOLE_AGENT } from '@guichet/openwebui/agent-safety';
import { compareVersions } from '../checks/compare-versions.ts';
import type { GatherContext } from './gather-context.ts';

/** Whether the site asks for the whole agent, of an Open WebUI that can run it. Nothing of it is looked at otherwise. */
export async function wholeAgentAsked(context: GatherContext): Promise<boolean> {
  if (context.input.tools !== 'whole-agent') return false;
  const version = (await context.evidence('front'))?.openWebUiVersion;
  return version === undefined || compareVersions(version, OLDEST_FOR_WHOLE_AGENT) >= 0;
}
