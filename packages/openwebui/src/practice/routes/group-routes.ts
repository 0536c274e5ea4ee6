import type { Call } from '../http/call.ts';
import { isObject, type JsonObject, objectBody, requiredText, text, texts } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import { administrator, verifiedCaller } from '../identity/caller.ts';
import type { Group } from '../identity/groups.ts';
import { readPermissions } from '../identity/read-permissions.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';

export const groupRoutes: Route[] = [
  { method: 'GET', pattern: '/api/v1/groups/', handle: listGroups },
  { method: 'POST', pattern: '/api/v1/groups/create', handle: createGroup },
  {
    method: 'GET',
    pattern: '/api/v1/groups/id/:id',
    handle: (call, world) => json(groupRow(forAdministrator(call, world))),
  },
  { method: 'POST', pattern: '/api/v1/groups/id/:id/update', handle: updateGroup },
  { method: 'POST', pattern: '/api/v1/groups/id/:id/users/add', handle: addMembers },
  { method: 'POST', pattern: '/api/v1/groups/id/:id/users/remove', handle: removeMembers },
  { method: 'DELETE', pattern: '/api/v1/groups/id/:id/delete', handle: deleteGroup },
];

function listGroups(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  const groups = account.role === 'admin' ? world.groups.all() : world.groups.of(account.id);
  return json(groups.map(groupRow));
}

function createGroup(call: Call, world: World): Reply {
  const { account } = administrator(call, world);
  const body = objectBody(call.body);
  const group = world.groups.create(
    {
      ownerId: account.id,
      name: requiredText(body, 'name'),
      description: text(body.description) ?? '',
      permissions: isObject(body.permissions) ? readPermissions(body.permissions) : {},
    },
    world.accounts.seconds(),
  );
  return json(groupRow(group));
}

function updateGroup(call: Call, world: World): Reply {
  const group = forAdministrator(call, world);
  const body = objectBody(call.body);
  group.name = text(body.name) ?? group.name;
  group.description = text(body.description) ?? group.description;
  if (isObject(body.permissions)) group.permissions = readPermissions(body.permissions);
  group.updatedAt = world.accounts.seconds();
  return json(groupRow(group));
}

function addMembers(call: Call, world: World): Reply {
  const group = forAdministrator(call, world);
  for (const id of texts(objectBody(call.body).user_ids)) if (world.accounts.byId(id)) group.memberIds.add(id);
  return json(groupRow(group));
}

function removeMembers(call: Call, world: World): Reply {
  const group = forAdministrator(call, world);
  for (const id of texts(objectBody(call.body).user_ids)) group.memberIds.delete(id);
  return json(groupRow(group));
}

function deleteGroup(call: Call, world: World): Reply {
  administrator(call, world);
  return json(world.groups.delete(call.params.id ?? ''));
}

function forAdministrator(call: Call, world: World): Group {
  administrator(call, world);
  const group = world.groups.byId(call.params.id ?? '');
  if (!group) throw new Refusal(401, refusalText.notFound);
  return group;
}

function groupRow(group: Group): JsonObject {
  return {
    id: group.id,
    user_id: group.ownerId,
    name: group.name,
    description: group.description,
    permissions: group.permissions,
    data: null,
    meta: null,
    created_at: group.createdAt,
    updated_at: group.updatedAt,
    member_count: group.memberIds.size,
  };
}
