import type { World } from '../world.ts';
import type { Account } from './accounts.ts';
import type { Permissions } from './default-permissions.ts';

/** The default permissions, widened by those of the account's groups: a right given anywhere counts. */
export function permissionsOf(account: Account, world: World): Permissions {
  const permissions = structuredClone(world.permissions.current);
  for (const group of world.groups.of(account.id)) widen(permissions, group.permissions);
  return permissions;
}

function widen(permissions: Permissions, wider: Permissions): void {
  for (const [area, rights] of Object.entries(wider)) {
    const own = permissions[area] ?? {};
    const given = Object.entries(rights).map(([name, allowed]) => [name, own[name] === true || allowed]);
    permissions[area] = { ...own, ...Object.fromEntries(given) };
  }
}

/** The switch of the whole server, and for plain accounts the permission besides. */
export function mayUseApiKeys(account: Account, world: World): boolean {
  if (!world.settings.flag('ENABLE_API_KEYS')) return false;
  if (account.role === 'admin' || !world.has('apiKeysNeedPermission')) return true;
  return permissionsOf(account, world).features?.api_keys === true;
}
