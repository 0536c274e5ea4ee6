import { endpointAllowListLine } from '@guichet/openwebui/allow-list';
import { NEWEST_KNOWN } from '../checks/known-holes.ts';
import { openDesk } from './ask-plainly.ts';
import type { AgentStopEvidence } from './evidence-map.ts';
import type { Gatherer } from './gather-context.ts';
import { isRecord } from './is-record.ts';
import { needsOf } from './needs-of.ts';
import { wholeAgentAsked } from './whole-agent-asked.ts';

/** A list, below the path that stops a run: nobody's socket is called so, and nothing is stopped. */
const NOBODYS_RUNS = '/api/tasks/chat/local:guichet-doctor';

/** Open WebUI's words for a path that is not on the list of allowed ones; with 403 it says them of nothing else. */
const NOT_ON_THE_LIST =
  /^(API key not allowed to access this endpoint|You do not have permission to access this resource)/;

export const askAboutStop: Gatherer<'agentStop'> = async (context): Promise<AgentStopEvidence | undefined> => {
  const version = (await context.evidence('front'))?.openWebUiVersion ?? NEWEST_KNOWN;
  const line = endpointAllowListLine(version, needsOf(context.input));
  if (!(await wholeAgentAsked(context))) return { kind: 'none', line };
  const ask = await openDesk(context);
  if (!ask) return undefined;
  const { status, json } = await ask(NOBODYS_RUNS);
  const detail = isRecord(json) ? String(json.detail) : '';
  const kind = status === 200 ? 'open' : status === 403 && NOT_ON_THE_LIST.test(detail) ? 'closed' : 'untold';
  return { kind, line };
};
