import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import type { Account } from '../identity/accounts.ts';
import { verifiedCaller } from '../identity/caller.ts';
import { permissionsOf } from '../identity/permissions.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';
import { accountRow } from './account-row.ts';

const PEOPLE_PER_PAGE = 30;

/** One's own account, and what everybody may know of others. */
export const peopleRoutes: Route[] = [
  { method: 'GET', pattern: '/api/v1/users/user/status', since: 'userStatusRoute', handle: ownAccount },
  { method: 'GET', pattern: '/api/v1/users/user/info', handle: ownInfo },
  { method: 'GET', pattern: '/api/v1/users/user/settings', handle: ownInfo },
  { method: 'GET', pattern: '/api/v1/users/permissions', handle: ownPermissions },
  { method: 'GET', pattern: '/api/v1/users/search', handle: searchPeople },
  { method: 'GET', pattern: '/api/v1/users/:id/info', since: 'userInfoById', handle: infoById },
  { method: 'GET', pattern: '/api/v1/users/:id', handle: infoById },
];

function ownAccount(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  if (world.has('userStatusSwitch') && !world.settings.flag('ENABLE_USER_STATUS')) {
    throw new Refusal(403, refusalText.actionProhibited);
  }
  return json(accountRow(account, world));
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
    ...(world.has('accountsTellActivity') && { last_active_at: account.lastActiveAt, timezone: null }),
    groups: world.groups.of(account.id).map((group) => ({ id: group.id, name: group.name })),
    is_active: isActive,
  };
}

function infoById(call: Call, world: World): Reply {
  verifiedCaller(call, world);
  const account = world.accounts.byId(call.params.id ?? '');
  if (!account) throw new Refusal(400, refusalText.userNotFound);
  if (!world.has('userInfoById')) return json({ name: account.name, profile_image_url: '/user.png', active: true });
  return json(person(account, true, world));
}
