import { matterOfWords, type ProviderMatter } from '@guichet/openwebui/client';
import { openDesk } from './ask-plainly.ts';
import type { ProvidersEvidence } from './evidence-map.ts';
import type { GatherContext, Gatherer } from './gather-context.ts';
import { isRecord } from './is-record.ts';

type Connection = Extract<ProvidersEvidence, { kind: 'told' }>['connections'][number];

/** Who has more connections than this has other means of finding the one that fails. */
const MOST_CONNECTIONS = 4;
const AWAY = /Server Connection Error/;
const SWITCHED_OFF = /is disabled/;
/** Of what a provider may say to its list being asked for, what is about Open WebUI's key or account there. */
const REFUSES: ReadonlySet<ProviderMatter | undefined> = new Set(['key', 'permission', 'credit', 'region', 'policy']);

/** Why no model is there: each connection is asked for its own, which only administrators may. */
export const askProviders: Gatherer<'providers'> = async (context) => {
  if (!(await isNeeded(context))) return { kind: 'not-told' };
  const ask = await openDesk(context);
  if (!ask) return { kind: 'not-told' };
  // Administrators may be bound by sharing like everybody; this list is not.
  const base = await ask('/api/models/base');
  const all = base.status === 200 && isRecord(base.json) ? base.json.data : undefined;
  if (Array.isArray(all) && all.length > 0) return { kind: 'told', connections: ['lists'] };
  const connections: Connection[] = [];
  for (let place = 0; place < MOST_CONNECTIONS; place++) {
    const { status, json } = await ask(`/openai/models/${place}`);
    const connection = readConnection(status, json);
    // A place that no connection has ends in an error without a word.
    if (connection === undefined) break;
    connections.push(connection);
  }
  return connections.length === 0 ? { kind: 'not-told' } : { kind: 'told', connections };
};

async function isNeeded(context: GatherContext): Promise<boolean> {
  const access = await context.evidence('access');
  const identity = await context.evidence('identity');
  return access?.models?.length === 0 && identity?.kind === 'known' && identity.role === 'admin';
}

function readConnection(status: number, json: unknown): Connection | undefined {
  if (status === 200) return 'lists';
  const detail = isRecord(json) && typeof json.detail === 'string' ? json.detail : undefined;
  if (detail === undefined || status === 404) return undefined;
  if (AWAY.test(detail)) return 'away';
  if (SWITCHED_OFF.test(detail)) return 'switched-off';
  return REFUSES.has(matterOfWords(detail)) ? 'refuses' : 'fails';
}
