/**
 * A model or a collection of knowledge that one group shall be able to read. From 0.8 on access is a list of grants;
 * before, one object with ids (`null` is everybody). What others were given is read first and always kept.
 */
import { isRecord } from '../client/error-body.ts';
import type { DeskReply } from '../desk/desk.ts';
import type { Administrator } from './administrator.ts';
import { notTaken, refusedBy } from './step-failure.ts';

export interface SharedThing {
  kind: 'model' | 'knowledge';
  id: string;
  name: string;
}

type Row = Record<string, unknown>;

/** @returns the row; undefined for a provider's model that has none of its own yet, and for deleted knowledge */
export async function readRow(administrator: Administrator, thing: SharedThing): Promise<Row | undefined> {
  const path =
    thing.kind === 'model'
      ? `/api/v1/models/model?id=${encodeURIComponent(thing.id)}`
      : `/api/v1/knowledge/${encodeURIComponent(thing.id)}`;
  const reply = await administrator.ask({ path });
  if (reply.status === 200 && isRecord(reply.json)) return reply.json;
  if (isNotFound(reply)) return undefined;
  throw refusedBy(reply);
}

/** 404 in current versions, 401 or 400 in others, with the same words. */
function isNotFound({ status, detail }: DeskReply): boolean {
  return [400, 401, 404].includes(status) && /could not find what you're looking for/.test(detail ?? '');
}

export function isReadableBy(row: Row | undefined, groupId: string | undefined): boolean {
  if (!row) return false;
  if (isOld(row)) return row.access_control === null || readers(row).includes(groupId ?? '');
  return grantsOf(row).some((grant) => isRead(grant) && (isEverybody(grant) || isGroup(grant, groupId)));
}

/** Lets the group read it, besides whoever already may. */
export async function shareWith(
  administrator: Administrator,
  thing: SharedThing,
  groupId: string,
  rowBefore: Row | undefined,
): Promise<void> {
  if (rowBefore && isOld(rowBefore)) {
    await writeControl(administrator, thing, rowBefore, withReader(rowBefore, groupId));
  } else {
    const grants = [...(rowBefore ? grantsOf(rowBefore) : []).map(plainGrant), readGrant(groupId)];
    const written = await writeGrants(administrator, thing, grants);
    if (!written) await createOldRow(administrator, thing, groupId);
  }
  if (!isReadableBy(await readRow(administrator, thing), groupId)) throw notTaken(`${thing.kind} ${thing.id}`);
}

/** Takes what `shareWith` gave, and nothing else. */
export async function unshareFrom(
  administrator: Administrator,
  thing: SharedThing,
  groupId: string,
  row: Row,
): Promise<void> {
  if (isOld(row)) return writeControl(administrator, thing, row, withoutReader(row, groupId));
  const others = grantsOf(row).filter((grant) => !(isGroup(grant, groupId) && isRead(grant)));
  await writeGrants(administrator, thing, others.map(plainGrant));
}

/** Whether a row is still as `shareWith` made it for a provider's model: no settings, nobody else. */
export function isBareRow(row: Row, groupId: string): boolean {
  const isUntouched = row.base_model_id === null && isEmpty(row.params) && !hasContent(row.meta);
  const others = isOld(row)
    ? !isRecord(row.access_control) || Object.keys(withoutReader(row, groupId)).length > 0
    : grantsOf(row).some((grant) => !isGroup(grant, groupId));
  return isUntouched && !others;
}

export async function deleteModelRow(administrator: Administrator, id: string): Promise<void> {
  const reply = await administrator.ask({ method: 'POST', path: '/api/v1/models/model/delete', body: { id } });
  if (reply.status !== 200) throw refusedBy(reply);
}

/** @returns false where this version has no such route (before 0.8) */
async function writeGrants(administrator: Administrator, thing: SharedThing, grants: object[]): Promise<boolean> {
  const model = thing.kind === 'model';
  const path = model ? '/api/v1/models/model/access/update' : `/api/v1/knowledge/${thing.id}/access/update`;
  const body = { ...(model ? { id: thing.id, name: thing.name } : {}), access_grants: grants };
  const reply = await administrator.ask({ method: 'POST', path, body });
  if (reply.status === 405) return false;
  if (reply.status !== 200) throw refusedBy(reply);
  return true;
}

async function createOldRow(administrator: Administrator, { id, name }: SharedThing, groupId: string): Promise<void> {
  const body = {
    id,
    name,
    base_model_id: null,
    meta: {},
    params: {},
    access_control: { read: { group_ids: [groupId], user_ids: [] }, write: { group_ids: [], user_ids: [] } },
    is_active: true,
  };
  await administrator.object({ method: 'POST', path: '/api/v1/models/create', body });
}

/** Before 0.8 access is written together with everything else of the row, as it was read. */
async function writeControl(administrator: Administrator, thing: SharedThing, row: Row, control: object) {
  const { id, name, base_model_id, meta, params, is_active, description } = row;
  const [path, body] =
    thing.kind === 'model'
      ? ['/api/v1/models/model/update', { id, name, base_model_id, meta, params, is_active, access_control: control }]
      : [`/api/v1/knowledge/${thing.id}/update`, { name, description, access_control: control }];
  await administrator.object({ method: 'POST', path, body });
}

type Grant = Record<string, unknown>;

function isOld(row: Row): boolean {
  return 'access_control' in row && !('access_grants' in row);
}

function grantsOf(row: Row): Grant[] {
  return Array.isArray(row.access_grants) ? row.access_grants.filter(isRecord) : [];
}

function plainGrant({ principal_type, principal_id, permission }: Grant): object {
  return { principal_type, principal_id, permission };
}

function readGrant(groupId: string): object {
  return { principal_type: 'group', principal_id: groupId, permission: 'read' };
}

function isRead(grant: Grant): boolean {
  return grant.permission === 'read';
}

function isEverybody(grant: Grant): boolean {
  return grant.principal_type === 'user' && grant.principal_id === '*';
}

function isGroup(grant: Grant, groupId: string | undefined): boolean {
  return grant.principal_type === 'group' && grant.principal_id === groupId;
}

function readers(row: Row): unknown[] {
  const side = sideOf(row, 'read');
  return side.group_ids;
}

function withReader(row: Row, groupId: string): object {
  const read = sideOf(row, 'read');
  return { read: { ...read, group_ids: [...read.group_ids, groupId] }, write: sideOf(row, 'write') };
}

/** A row that was closed to everybody was `{}`: it becomes that again. */
function withoutReader(row: Row, groupId: string): object {
  const read = sideOf(row, 'read');
  const write = sideOf(row, 'write');
  const group_ids = read.group_ids.filter((id) => id !== groupId);
  const nobody = [group_ids, read.user_ids, write.group_ids, write.user_ids].every((ids) => ids.length === 0);
  return nobody ? {} : { read: { ...read, group_ids }, write };
}

function sideOf(row: Row, side: 'read' | 'write'): { group_ids: unknown[]; user_ids: unknown[] } {
  const control = isRecord(row.access_control) ? row.access_control : {};
  const ids = isRecord(control[side]) ? control[side] : {};
  return { group_ids: arrayOf(ids.group_ids), user_ids: arrayOf(ids.user_ids) };
}

function arrayOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isEmpty(value: unknown): boolean {
  return !isRecord(value) || Object.keys(value).length === 0;
}

/** A new row's meta has a standard picture and otherwise nothing in it. */
function hasContent(meta: unknown): boolean {
  if (!isRecord(meta)) return false;
  return Object.entries(meta).some(
    ([name, value]) => name !== 'profile_image_url' && value !== null && !(Array.isArray(value) && value.length === 0),
  );
}
