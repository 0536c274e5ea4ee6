/**
 * A model or a collection of knowledge that one group shall be able to read. From 0.8 on access is a list of grants;
 * before, one object with ids (`null` is everybody). What others were given is read first and always kept.
 */
import { isRecord } from '../client/error-body.ts';
import type { DeskReply } from '../desk/desk.ts';
import { isAtLeast, isBefore } from '../version-order.ts';
import {
  grantsOf,
  isGroupReader,
  isOld,
  isReadableBy,
  lacksCapabilities,
  plainGrant,
  type Row,
  readGrant,
  withoutReader,
  withReader,
} from './access-of-row.ts';
import type { Administrator } from './administrator.ts';
import { notTaken, refusedBy } from './step-failure.ts';

export interface SharedThing {
  kind: 'model' | 'knowledge';
  id: string;
  name: string;
}

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

/** Nothing needs doing: the group may read it, and it can be asked. */
export async function isSharedWith(
  administrator: Administrator,
  row: Row | undefined,
  groupId: string | undefined,
): Promise<boolean> {
  return isReadableBy(row, groupId) && !(row && (await breaksAnswers(administrator, row)));
}

/** 0.7 falls over a row without capabilities: every question to the model, anybody's, is answered with nothing. */
async function breaksAnswers({ desk }: Administrator, row: Row): Promise<boolean> {
  if (!lacksCapabilities(row)) return false;
  const version = (await desk.version()) ?? '';
  return isAtLeast(version, '0.7.0') && isBefore(version, '0.8.0');
}

/** Lets the group read it, besides whoever already may. */
export async function shareWith(
  administrator: Administrator,
  thing: SharedThing,
  groupId: string,
  rowBefore: Row | undefined,
): Promise<void> {
  if (rowBefore && isOld(rowBefore)) {
    const control = isReadableBy(rowBefore, groupId) ? rowBefore.access_control : withReader(rowBefore, groupId);
    const isBroken = await breaksAnswers(administrator, rowBefore);
    await writeControl(administrator, thing, isBroken ? withCapabilities(rowBefore) : rowBefore, control);
  } else {
    const grants = [...(rowBefore ? grantsOf(rowBefore) : []).map(plainGrant), readGrant(groupId)];
    const written = await writeGrants(administrator, thing, grants);
    if (written === 'no-route') await createRow(administrator, thing, oldAccessOf(groupId));
    if (written === 'no-row') await createRow(administrator, thing, { access_grants: grants });
  }
  if (!(await isSharedWith(administrator, await readRow(administrator, thing), groupId)))
    throw notTaken(`${thing.kind} ${thing.id}`);
}

/** Takes what `shareWith` gave, and nothing else. */
export async function unshareFrom(
  administrator: Administrator,
  thing: SharedThing,
  groupId: string,
  row: Row,
): Promise<void> {
  if (isOld(row)) return writeControl(administrator, thing, row, withoutReader(row, groupId));
  const others = grantsOf(row).filter((grant) => !isGroupReader(grant, groupId));
  await writeGrants(administrator, thing, others.map(plainGrant));
}

export async function deleteModelRow(administrator: Administrator, id: string): Promise<void> {
  const reply = await administrator.ask({ method: 'POST', path: '/api/v1/models/model/delete', body: { id } });
  if (reply.status !== 200) throw refusedBy(reply);
}

/** No route: before 0.8. No row: 0.8.0 does not make the one that a provider's model has not got yet; later ones do. */
type Written = 'written' | 'no-route' | 'no-row';

async function writeGrants(administrator: Administrator, thing: SharedThing, grants: object[]): Promise<Written> {
  const model = thing.kind === 'model';
  const path = model ? '/api/v1/models/model/access/update' : `/api/v1/knowledge/${thing.id}/access/update`;
  const body = { ...(model && { id: thing.id, name: thing.name }), access_grants: grants };
  const reply = await administrator.ask({ method: 'POST', path, body });
  if (reply.status === 405) return 'no-route';
  if (model && isNotFound(reply)) return 'no-row';
  if (reply.status !== 200) throw refusedBy(reply);
  return 'written';
}

function oldAccessOf(groupId: string): object {
  return {
    access_control: { read: { group_ids: [groupId], user_ids: [] }, write: { group_ids: [], user_ids: [] } },
  };
}

async function createRow(administrator: Administrator, { id, name }: SharedThing, access: object): Promise<void> {
  const body = {
    id,
    name,
    base_model_id: null,
    meta: { capabilities: {} },
    params: {},
    ...access,
    is_active: true,
  };
  await administrator.object({ method: 'POST', path: '/api/v1/models/create', body });
}

function withCapabilities(row: Row): Row {
  return { ...row, meta: { ...(isRecord(row.meta) && row.meta), capabilities: {} } };
}

/** Before 0.8 access is written together with everything else of the row, as it was read. */
async function writeControl(administrator: Administrator, thing: SharedThing, row: Row, control: unknown) {
  const { id, name, base_model_id, meta, params, is_active, description } = row;
  const [path, body] =
    thing.kind === 'model'
      ? ['/api/v1/models/model/update', { id, name, base_model_id, meta, params, is_active, access_control: control }]
      : [`/api/v1/knowledge/${thing.id}/update`, { name, description, access_control: control }];
  await administrator.object({ method: 'POST', path, body });
}
