/** What a model stands on: its base models, and the collections of knowledge attached to it or to them. */
import { isRecord } from '../client/error-body.ts';
import type { Administrator } from './administrator.ts';
import { readRow, type SharedThing } from './shared-thing.ts';
import { refusedBy } from './step-failure.ts';

/** Presets of presets; more would be a circle. */
const LONGEST_CHAIN = 5;

export type Foundation =
  | { found: true; model: { id: string; name: string }; things: SharedThing[] }
  | { found: false; what: 'model-missing' | 'model-not-sharable' };

export async function findFoundation(administrator: Administrator, modelId: string): Promise<Foundation> {
  const models = await listModels(administrator);
  const chosen = models.get(modelId);
  if (!chosen) return { found: false, what: 'model-missing' };
  if (isDraw(chosen)) return { found: false, what: 'model-not-sharable' };
  const things: SharedThing[] = [];
  let id: string | undefined = modelId;
  for (let depth = 0; id !== undefined && depth < LONGEST_CHAIN; depth++) {
    const listed = models.get(id);
    if (!listed) return { found: false, what: 'model-missing' };
    const model: SharedThing = { kind: 'model', id, name: nameOf(listed, id) };
    things.push(model);
    const row = await readRow(administrator, model);
    for (const collection of knowledgeOf(row)) {
      // A model keeps the name of a collection that was deleted.
      if (await readRow(administrator, collection)) things.push(collection);
    }
    id = typeof row?.base_model_id === 'string' ? row.base_model_id : undefined;
  }
  return { found: true, model: { id: modelId, name: nameOf(chosen, modelId) }, things: uniqueThings(things) };
}

/** A draw between several others stands on nothing that could be shared. */
export function isDraw(model: Record<string, unknown>): boolean {
  return model.owned_by === 'arena' || model.arena === true;
}

export async function listModels(administrator: Administrator): Promise<Map<string, Record<string, unknown>>> {
  const reply = await administrator.ask({ path: '/api/models' });
  const data = isRecord(reply.json) ? reply.json.data : undefined;
  if (reply.status !== 200 || !Array.isArray(data)) throw refusedBy(reply);
  return new Map(data.filter(isRecord).map((model) => [String(model.id), model]));
}

export function nameOf(model: Record<string, unknown>, id: string): string {
  return typeof model.name === 'string' && model.name !== '' ? model.name : id;
}

/** Single files need nothing: whoever may read the model may read the files attached to it. */
function knowledgeOf(row: Record<string, unknown> | undefined): SharedThing[] {
  const meta = isRecord(row?.meta) ? row.meta : {};
  const items = Array.isArray(meta.knowledge) ? meta.knowledge : [];
  return items
    .filter(isRecord)
    .flatMap((item) =>
      item.type === 'collection' && typeof item.id === 'string'
        ? [{ kind: 'knowledge' as const, id: item.id, name: typeof item.name === 'string' ? item.name : item.id }]
        : [],
    );
}

/** What several models stand on; of one that is not there, or cannot be shared, nothing. */
export async function foundationsOf(administrator: Administrator, models: readonly string[]): Promise<SharedThing[]> {
  const things: SharedThing[] = [];
  for (const id of new Set(models)) {
    const foundation = await findFoundation(administrator, id);
    if (foundation.found) things.push(...foundation.things);
  }
  return uniqueThings(things);
}

export function uniqueThings(things: SharedThing[]): SharedThing[] {
  return [...new Map(things.map((thing) => [`${thing.kind} ${thing.id}`, thing])).values()];
}
