/** A model whose built-in tools are closed for the website: as a copy of its own, or in itself. */
import { createHash } from 'node:crypto';
import { closeBuiltinTools } from '../agent-safety/close-builtin-tools.ts';
import { isRecord } from '../client/error-body.ts';
import { grantsOf, isGroupReader, plainGrant, type Row, readGrant } from './access-of-row.ts';
import type { Administrator } from './administrator.ts';
import { listModels } from './find-foundation.ts';
import type { WholeAgentRecord } from './provision-record.ts';
import type { UndoOutcome } from './provision-types.ts';
import { deleteModelRow, readRow, unshareFrom } from './shared-thing.ts';
import { notTaken, refusedBy } from './step-failure.ts';

/** Shown beside the copy in the administrator's list, where two models have the same name. */
const TAG = 'Guichet';

export function readModelRow(administrator: Administrator, id: string): Promise<Row | undefined> {
  return readRow(administrator, { kind: 'model', id, name: id });
}

/** An id that no model has. */
export function freeCopyId(of: string, taken: ReadonlySet<string>): string {
  let id = `${of}-website`;
  for (let number = 2; taken.has(id); number++) id = `${of}-website-${number}`;
  return id;
}

/** Same base, system text, knowledge, tools and filters; readable by the group alone. @returns its mark */
export async function copyModel(
  administrator: Administrator,
  source: { id: string; name: string; row: Row | undefined },
  copyId: string,
  groupId: string,
): Promise<string> {
  const meta = isRecord(source.row?.meta) ? source.row.meta : {};
  const params = isRecord(source.row?.params) ? source.row.params : {};
  const base = source.row?.base_model_id;
  const tags = Array.isArray(meta.tags) ? meta.tags : [];
  const body = {
    id: copyId,
    base_model_id: typeof base === 'string' ? base : source.id,
    name: source.name,
    meta: { ...meta, builtinTools: closeBuiltinTools(meta), tags: [...tags, { name: TAG }] },
    params,
    access_grants: [readGrant(groupId)],
    is_active: true,
  };
  await administrator.object({ method: 'POST', path: '/api/v1/models/create', body });
  await makeItCount(administrator);
  const made = await readModelRow(administrator, copyId);
  if (!made || !isClosed(made)) throw notTaken(`model ${copyId}`);
  return markOf(made);
}

export function isClosed(row: Row): boolean {
  const meta = isRecord(row.meta) ? row.meta : {};
  return isSame(meta.builtinTools, closeBuiltinTools(meta));
}

/** Deletes the copy as it was made; one that somebody has worked on since is only taken from the group. */
export async function undoCopy(
  administrator: Administrator,
  { id, mark }: NonNullable<WholeAgentRecord['copy']>,
  groupId: string | undefined,
): Promise<UndoOutcome> {
  const row = await readModelRow(administrator, id);
  if (!row) return { outcome: 'already' };
  const others = grantsOf(row).filter((grant) => groupId === undefined || !isGroupReader(grant, groupId));
  const isOurs = mark === undefined ? hasTag(row) : mark === markOf(row);
  if (isOurs && others.length === 0) {
    await deleteModelRow(administrator, id);
    return { outcome: 'undone' };
  }
  if (groupId !== undefined && others.length < grantsOf(row).length) {
    await unshareFrom(administrator, { kind: 'model', id, name: String(row.name) }, groupId, row);
  }
  return { outcome: 'kept', why: isOurs ? 'others-use-it' : 'changed-since' };
}

/** Writes `meta.builtinTools` of a model's own row and leaves everything else as it is at this moment. */
export async function writeBuiltinTools(
  administrator: Administrator,
  row: Row,
  tools: { value?: unknown },
): Promise<void> {
  const { builtinTools: _, ...rest } = isRecord(row.meta) ? row.meta : {};
  // In its place among the others, so that putting it back leaves nothing that looks different.
  const meta = 'value' in tools ? { ...(isRecord(row.meta) && row.meta), builtinTools: tools.value } : rest;
  const { id, name, base_model_id, params, is_active } = row;
  const body = { id, name, base_model_id, meta, params, is_active, access_grants: grantsOf(row).map(plainGrant) };
  const path = '/api/v1/models/model/update';
  const reply = await administrator.ask({ method: 'POST', path, body });
  if (reply.status !== 200) throw refusedBy(reply);
  await makeItCount(administrator);
  const after = await readModelRow(administrator, String(id));
  if (!after || !isSame(toolsOf(after).value, tools.value)) throw notTaken(`model ${String(id)}`);
}

/** Back to what stood there, if it still is as Guichet left it. */
export async function undoClosedTools(
  administrator: Administrator,
  closed: NonNullable<WholeAgentRecord['closed']>,
): Promise<UndoOutcome> {
  const row = await readModelRow(administrator, closed.id);
  if (!row) return { outcome: 'already' };
  const now = toolsOf(row).value;
  if (isSame(now, closed.before)) return { outcome: 'already' };
  if (!isSame(now, closed.after)) return { outcome: 'kept', why: 'changed-since' };
  await writeBuiltinTools(administrator, row, 'before' in closed ? { value: closed.before } : {});
  return { outcome: 'undone' };
}

/**
 * Open WebUI answers chats by the models that it listed last; until somebody lists them again, a model goes on with the
 * tools it had.
 */
async function makeItCount(administrator: Administrator): Promise<void> {
  await listModels(administrator);
}

export function toolsOf(row: Row): { value?: unknown } {
  const meta = isRecord(row.meta) ? row.meta : {};
  return 'builtinTools' in meta ? { value: meta.builtinTools } : {};
}

function hasTag(row: Row): boolean {
  const meta = isRecord(row.meta) ? row.meta : {};
  return Array.isArray(meta.tags) && meta.tags.some((tag) => isRecord(tag) && tag.name === TAG);
}

/** What an editor could change, without what a newer version merely adds empty. */
function markOf({ base_model_id, name, meta, params, is_active }: Row): string {
  const text = JSON.stringify(steady({ base_model_id, name, meta, params, is_active }));
  return createHash('sha256').update(text).digest('base64url');
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(steady(one)) === JSON.stringify(steady(other));
}

/** In an order of its own, without empty fields. */
function steady(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(steady);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, steady(part)]),
  );
}
