import type { Call } from '../http/call.ts';
import { objectBody } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import type { Account, Role } from '../identity/accounts.ts';
import { administrator } from '../identity/caller.ts';
import { readPermissions } from '../identity/read-permissions.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';
import { accountRow } from './account-row.ts';

/** What an administrator does with everybody's accounts. Stands before the routes of single accounts. */
export const peopleAdministrationRoutes: Route[] = [
  { method: 'GET', pattern: '/api/v1/users/', handle: searchPeople },
  { method: 'GET', pattern: '/api/v1/users/all', handle: allPeople },
  { method: 'GET', pattern: '/api/v1/users/default/permissions', handle: readDefaultPermissions },
  { method: 'POST', pattern: '/api/v1/users/default/permissions', handle: writeDefaultPermissions },
  { method: 'POST', pattern: '/api/v1/users/:id/update', handle: updateAccount },
  {
    method: 'POST',
    pattern: '/api/v1/users/:id/sessions/revoke',
    since: 'sessionsRevokeRoute',
    handle: revokeSessions,
  },
  { method: 'DELETE', pattern: '/api/v1/users/:id', handle: deleteAccount },
];

/** Those whose name or e-mail contains the query, with their groups. */
function searchPeople(call: Call, world: World): Reply {
  administrator(call, world);
  const query = (call.query.get('query') ?? '').toLowerCase();
  const users = world.accounts
    .all()
    .filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(query))
    .map((account) => ({
      ...accountRow(account, world),
      group_ids: world.groups.of(account.id).map((group) => group.id),
    }));
  return json({ users, total: users.length });
}

function allPeople(call: Call, world: World): Reply {
  administrator(call, world);
  const users = world.accounts.all().map((account) => accountRow(account, world));
  return json({ users, total: users.length });
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
