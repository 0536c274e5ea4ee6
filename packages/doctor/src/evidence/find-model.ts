import { openDesk } from './ask-plainly.ts';
import type { ModelEvidence } from './evidence-map.ts';
import type { GatherContext, Gatherer } from './gather-context.ts';
import { isRecord } from './is-record.ts';

const NO_PERMISSION = /^You do not have permission/;

/** Which model will answer. Of one that is wished and not listed, its row may still tell why. */
export const findModel: Gatherer<'model'> = async (context) => {
  const access = await context.evidence('access');
  if (!access?.models) return undefined;
  const wished = context.input.model?.trim() || undefined;
  const used = wished ?? access.models[0]?.id;
  const model = access.models.find(({ id }) => id === used);
  const listed = model !== undefined;
  const near = wished !== undefined && !listed ? nearest(wished, access.models) : undefined;
  const row = wished !== undefined && !listed ? await readRow(context, wished) : 'unknown';
  return {
    listed,
    row,
    ...(wished !== undefined && { wished }),
    ...(used !== undefined && { used }),
    ...(near !== undefined && { near }),
    ...(model && { equipment: model.equipment }),
  };
};

async function readRow(context: GatherContext, id: string): Promise<ModelEvidence['row']> {
  const ask = await openDesk(context);
  if (!ask) return 'unknown';
  const { status, json } = await ask(`/api/v1/models/model?id=${encodeURIComponent(id)}`);
  const body = isRecord(json) ? json : {};
  if (status === 200 && body.id === id) return body.is_active === false ? 'off' : 'open';
  if (status === 401 && NO_PERMISSION.test(String(body.detail))) return 'closed';
  // A list of allowed paths refuses with 403, and before 0.8 the row of somebody else's model reads like none.
  if (status !== 404) return 'unknown';
  // A provider's model has no row until somebody decides about it. An administrator may see them all, shared or not.
  const base = await ask('/api/models/base');
  const list = base.status === 200 && isRecord(base.json) ? base.json.data : undefined;
  if (!Array.isArray(list)) return 'none';
  return list.some((model) => isRecord(model) && model.id === id) ? 'closed' : 'none';
}

/** The same but for capitals, its name instead of its id, or its id without what stands before a slash or colon. */
export function nearest(wished: string, models: readonly { id: string; name: string }[]): string | undefined {
  // Accents may be written in one piece or in two; letters of other alphabets tell models apart as well.
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  const bare = (text: string) => plain(text.split('/').at(-1)?.split(':')[0] ?? text);
  if (plain(wished) === '') return undefined;
  const same = models.find(({ id, name }) => plain(id) === plain(wished) || plain(name) === plain(wished));
  return (same ?? models.find(({ id }) => bare(wished) !== '' && bare(id) === bare(wished)))?.id;
}
