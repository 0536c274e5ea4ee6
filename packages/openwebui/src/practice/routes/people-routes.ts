import type { Call } from '../http/call.ts';
import { isObject, objectBody } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import type { Account, Role } from '../identity/accounts.ts';
import { administrator, verifiedCaller } from '../identity/caller.ts';
import type { Permissions } from '../identity/default-permissions.ts';
import { permissionsOf } from '../identity/permissions.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';

const PEOPLE_PER_PAGE = 30;

/** Accounts: one's own, everybody's, and what they may do. */
export const peopleRoutes: Route[] = [
  { method: 'GET', pattern: '/api/v1/users/user/status', since: 'userStatusRoute', handle: ownAccount },
  { method: 'GET', pattern: '/api/v1/users/user/info', handle: ownInfo },
  { method: 'GET', pattern: '/api/v1/users/user/settings', handle: ownInfo },
  { method: 'GET', pattern: '/api/v1/users/permissions', handle: ownPermissions },
  { method: 'GET', pattern: '/api/v1/users/search', handle: searchPeople },
  { method: 'GET', pattern: '/api/v1/users/', handle: allPeople },
  { method: 'GET', pattern: '/api/v1/users/all', handle: allPeople },
  { method: 'GET', pattern: '/api/v1/users/default/permissions', handle: readDefaultPermissions },
  { method: 'POST', pattern: '/api/v1/users/default/permissions', handle: writeDefaultPermissions },
  { method: 'GET', pattern: '/api/v1/users/:id/info', since: 'userInfoById', handle: infoById },
  { method: 'GET', pattern: '/api/v1/users/:id', handle: infoById },
  { method: 'POST', pattern: '/api/v1/users/:id/update', handle: updateAccount },
  {
    method: 'POST',
    pattern: '/api/v1/users/:id/sessions/revoke',
    since: 'sessionsRevokeRoute',
    handle: revokeSessions,
  },
  { method: 'DELETE', pattern: '/api/v1/users/:id', handle: deleteAccount },
];

function ownAccount(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  if (world.has('userStatusSwitch') && !world.settings.flag('ENABLE_USER_STATUS')) {
    throw new Refusal(403, refusalText.actionProhibited);
  }
  return json(accountRow(account, world));
}

function accountRow(account: Account, world: World) {
  return {
    id: account.id,
    email: account.email,
    username: null,
    role: account.role,
    name: account.name,
    profile_image_url: '/user.png',
    profile_banner_image_url: null,
    bio: null,
    gender: null,
    date_of_birth: null,
    timezone: null,
    presence_state: null,
    status_emoji: null,
    status_message: null,
    status_expires_at: null,
    info: null,
    settings: null,
    oauth: null,
    ...(world.has('scimOnAccount') ? { scim: null } : {}),
    last_active_at: account.lastActiveAt,
    updated_at: account.updatedAt,
    created_at: account.createdAt,
  };
}

function ownInfo(call: Call, world: World): Reply {
  verifiedCaller(call, world);
  return json(null);
}

function ownPermissions(call: Call, world: World): Reply {
  return json(permissionsOf(verifiedCaller(call, world).account, world));
}

/** Open to every account, e-mails included: no setting limits it, only the allow-list of keys. */
function searchPeople(call: Call, world: World): Reply {
  verifiedCaller(call, world);
  const wanted = (call.query.get('query') ?? '').toLowerCase();
  const found = world.accounts
    .all()
    .filter((account) => account.name.toLowerCase().includes(wanted) || account.email.includes(wanted));
  if (world.has('peopleSearchTellsGroups')) found.reverse();
  const page = Math.max(1, Number(call.query.get('page') ?? 1) || 1);
  const shown = found.slice((page - 1) * PEOPLE_PER_PAGE, page * PEOPLE_PER_PAGE);
  return json({ users: shown.map((account) => person(account, false, world)), total: found.length });
}

function person(account: Account, isActive: boolean, world: World) {
  if (!world.has('peopleSearchTellsEmail')) return { id: account.id, name: account.name };
  const status = { status_emoji: null, status_message: null, status_expires_at: null };
  const known = { ...status, id: account.id, name: account.name, email: account.email, role: account.role };
  if (!world.has('peopleSearchTellsGroups')) return known;
  return {
    ...known,
    bio: null,
    ...(world.has('accountsTellActivity') ? { last_active_at: account.lastActiveAt, timezone: null } : {}),
    groups: world.groups.of(account.id).map((group) => ({ id: group.id, name: group.name })),
    is_active: isActive,
  };
}

function allPeople(call: Call, world: World): Reply {
  administrator(call, world);
  const users = world.accounts.all().map((account) => accountRow(account, world));
  return json({ users, total: users.length });
}

function infoById(call: Call, world: World): Reply {
  verifiedCaller(call, world);
  const account = world.accounts.byId(call.params.id ?? '');
  if (!account) throw new Refusal(400, refusalText.userNotFound);
  if (!world.has('userInfoById')) return json({ name: account.name, profile_image_url: '/user.png', active: true });
  return json(person(account, true, world));
}

function readDefaultPermissions(call: Call, world: World): Reply {
  administrator(call, world);
  return json(world.permissions.current);
}

function writeDefaultPermissions(call: Call, world: World): Reply {
  administrator(call, world);
  world.permissions.current = readPermissions(objectBody(call.body));
  return json(world.permissions.current);
}

/** Keeps what has the shape of permissions: areas with switches. */
export function readPermissions(body: Record<string, unknown>): Permissions {
  const permissions: Permissions = {};
  for (const [area, rights] of Object.entries(body)) {
    if (!isObject(rights)) continue;
    permissions[area] = Object.fromEntries(Object.entries(rights).map(([name, allowed]) => [name, allowed === true]));
  }
  return permissions;
}

function updateAccount(call: Call, world: World): Reply {
  administrator(call, world);
  const account = knownAccount(call, world, 400);
  const body = objectBody(call.body);
  if (typeof body.name === 'string') account.name = body.name;
  if (typeof body.email === 'string') account.email = body.email.toLowerCase();
  if (isRole(body.role)) account.role = body.role;
  if (typeof body.password === 'string' && body.password !== '') {
    account.password = body.password;
    world.accounts.restamp(account);
  }
  return json(accountRow(account, world));
}

function isRole(role: unknown): role is Role {
  return role === 'admin' || role === 'user' || role === 'pending';
}

function revokeSessions(call: Call, world: World): Reply {
  const caller = administrator(call, world);
  const account = knownAccount(call, world, 404);
  refuseFirstAdministrator(account, caller.account, world);
  world.accounts.restamp(account);
  return json(true);
}

function deleteAccount(call: Call, world: World): Reply {
  const caller = administrator(call, world);
  const account = world.accounts.byId(call.params.id ?? '');
  if (!account)
    throw new Refusal(
      500,
      "Oops! Something went wrong! We're experiencing an issue deleting the user. Please try again later.",
    );
  if (account.id === caller.account.id) throw new Refusal(403, refusalText.actionProhibited);
  refuseFirstAdministrator(account, caller.account, world);
  world.keys.delete(account.id);
  world.groups.forget(account.id);
  return json(world.accounts.delete(account.id));
}

function refuseFirstAdministrator(account: Account, by: Account, world: World): void {
  if (account === world.accounts.firstAdministrator() && account !== by) {
    throw new Refusal(403, refusalText.actionProhibited);
  }
}

function knownAccount(call: Call, world: World, status: number): Account {
  const account = world.accounts.byId(call.params.id ?? '');
  if (!account) throw new Refusal(status, refusalText.userNotFound);
  return account;
}
