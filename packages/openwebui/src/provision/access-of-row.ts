/** Who may read a model or a collection, as its row says it: a list of grants from 0.8 on, one object before. Pure. */
import { isRecord } from '../client/error-body.ts';

export type Row = Record<string, unknown>;
type Grant = Record<string, unknown>;

export function isReadableBy(row: Row | undefined, groupId: string | undefined): boolean {
  if (!row) return false;
  if (isOld(row)) return row.access_control === null || readers(row).includes(groupId ?? '');
  return grantsOf(row).some((grant) => isRead(grant) && (isEverybody(grant) || isGroup(grant, groupId)));
}

/** A model's row before 0.8 in which nothing is said of what the model can do. */
export function lacksCapabilities(row: Row): boolean {
  return isOld(row) && 'base_model_id' in row && isRecord(row.meta) && row.meta.capabilities === null;
}

/** Whether a row is still as `shareWith` made it for a provider's model: no settings, nobody else. */
export function isBareRow(row: Row, groupId: string): boolean {
  const isUntouched = row.base_model_id === null && isEmpty(row.params) && !hasContent(row.meta);
  const others = isOld(row)
    ? !isRecord(row.access_control) || Object.keys(withoutReader(row, groupId)).length > 0
    : grantsOf(row).some((grant) => !isGroup(grant, groupId));
  return isUntouched && !others;
}

export function isOld(row: Row): boolean {
  return 'access_control' in row && !('access_grants' in row);
}

export function grantsOf(row: Row): Grant[] {
  return Array.isArray(row.access_grants) ? row.access_grants.filter(isRecord) : [];
}

export function plainGrant({ principal_type, principal_id, permission }: Grant): object {
  return { principal_type, principal_id, permission };
}

export function readGrant(groupId: string): object {
  return { principal_type: 'group', principal_id: groupId, permission: 'read' };
}

export function isGroupReader(grant: Grant, groupId: string): boolean {
  return isGroup(grant, groupId) && isRead(grant);
}

export function withReader(row: Row, groupId: string): object {
  const read = sideOf(row, 'read');
  const others = read.group_ids.filter((id) => id !== groupId);
  return { read: { ...read, group_ids: [...others, groupId] }, write: sideOf(row, 'write') };
}

/** A row that was closed to everybody was `{}`: it becomes that again. */
export function withoutReader(row: Row, groupId: string): object {
  const read = sideOf(row, 'read');
  const write = sideOf(row, 'write');
  const group_ids = read.group_ids.filter((id) => id !== groupId);
  const nobody = [group_ids, read.user_ids, write.group_ids, write.user_ids].every((ids) => ids.length === 0);
  return nobody ? {} : { read: { ...read, group_ids }, write };
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
    ([name, value]) =>
      name !== 'profile_image_url' &&
      value !== null &&
      !(Array.isArray(value) && value.length === 0) &&
      !(name === 'capabilities' && isEmpty(value)),
  );
}
