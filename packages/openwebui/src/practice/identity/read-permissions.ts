import { isObject } from '../http/read-body.ts';
import type { Permissions } from './default-permissions.ts';

/** Keeps what has the shape of permissions: areas with switches. */
export function readPermissions(body: Record<string, unknown>): Permissions {
  const permissions: Permissions = {};
  for (const [area, rights] of Object.entries(body)) {
    if (!isObject(rights)) continue;
    permissions[area] = Object.fromEntries(Object.entries(rights).map(([name, allowed]) => [name, allowed === true]));
  }
  return permissions;
}
