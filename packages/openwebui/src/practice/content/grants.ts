import { randomUUID } from 'node:crypto';
import { isObject, type JsonObject, objects, text, texts } from '../http/read-body.ts';
import type { Account } from '../identity/accounts.ts';
import type { World } from '../world.ts';

/** Somebody may read or write something. `principal_id: '*'` is everybody. */
export interface Grant {
  id: string;
  resource_type: string;
  resource_id: string;
  principal_type: 'user' | 'group';
  principal_id: string;
  permission: 'read' | 'write';
  created_at: number;
}

type Target = Pick<Grant, 'resource_type' | 'resource_id' | 'created_at'>;

/** The grants a create or update request asks for: a list from 0.8 on, one `access_control` object before. */
export function grantsFromBody(body: JsonObject, target: Target, world: World): Grant[] {
  if (world.has('accessGrants')) return objects(body.access_grants).map((wanted) => readGrant(wanted, target));
  return grantsFromAccessControl(body.access_control, target);
}

/** The access fields as this version shows them. */
export function accessToJson(grants: Grant[], world: World): JsonObject {
  return world.has('accessGrants') ? { access_grants: grants } : { access_control: toAccessControl(grants) };
}

export function mayRead(account: Account, ownerId: string, grants: Grant[], world: World): boolean {
  if (account.role === 'admin' || account.id === ownerId) return true;
  const groupIds = new Set(world.groups.of(account.id).map((group) => group.id));
  return grants.some(
    (grant) =>
      grant.permission === 'read' &&
      (grant.principal_type === 'group'
        ? groupIds.has(grant.principal_id)
        : grant.principal_id === '*' || grant.principal_id === account.id),
  );
}

/** One grant as a request names it; anything unclear is a reader's, to an account. */
export function readGrant(wanted: JsonObject, target: Target): Grant {
  return makeGrant(
    target,
    wanted.principal_type === 'group' ? 'group' : 'user',
    text(wanted.principal_id) ?? '',
    wanted.permission === 'write' ? 'write' : 'read',
  );
}

function makeGrant(target: Target, type: Grant['principal_type'], id: string, permission: Grant['permission']): Grant {
  return {
    id: randomUUID(),
    resource_type: target.resource_type,
    resource_id: target.resource_id,
    principal_type: type,
    principal_id: id,
    permission,
    created_at: target.created_at,
  };
}

/** null or nothing is public, an empty object is private. */
function grantsFromAccessControl(control: unknown, target: Target): Grant[] {
  if (!isObject(control)) return [makeGrant(target, 'user', '*', 'read')];
  return (['read', 'write'] as const).flatMap((permission) => {
    const side = isObject(control[permission]) ? control[permission] : {};
    return [
      ...texts(side.group_ids).map((id) => makeGrant(target, 'group', id, permission)),
      ...texts(side.user_ids).map((id) => makeGrant(target, 'user', id, permission)),
    ];
  });
}

function toAccessControl(grants: Grant[]): JsonObject | null {
  if (grants.some((grant) => grant.principal_id === '*')) return null;
  if (grants.length === 0) return {};
  const side = (permission: Grant['permission']) => {
    const ids = (type: Grant['principal_type']) =>
      grants.filter((g) => g.permission === permission && g.principal_type === type).map((g) => g.principal_id);
    return { group_ids: ids('group'), user_ids: ids('user') };
  };
  return { read: side('read'), write: side('write') };
}
