/** Tools and functions of the workspace, as an administrator makes and switches them. */
import { accessToJson, grantsFromBody, mayRead } from '../content/grants.ts';
import type { Call } from '../http/call.ts';
import { isObject, type JsonObject, objectBody, requiredText, text } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import { administrator, verifiedCaller } from '../identity/caller.ts';
import type { Plugin } from '../plugins/plugins.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';

export const pluginRoutes: Route[] = [
  { method: 'GET', pattern: '/api/v1/tools/', handle: listTools },
  { method: 'POST', pattern: '/api/v1/tools/create', handle: createTool },
  { method: 'DELETE', pattern: '/api/v1/tools/id/:id/delete', handle: deleteTool },
  { method: 'GET', pattern: '/api/v1/functions/', handle: listFilters },
  { method: 'POST', pattern: '/api/v1/functions/create', handle: createFilter },
  { method: 'POST', pattern: '/api/v1/functions/id/:id/toggle', handle: toggleFilter },
  { method: 'POST', pattern: '/api/v1/functions/id/:id/toggle/global', handle: toggleGlobally },
  { method: 'DELETE', pattern: '/api/v1/functions/id/:id/delete', handle: deleteFilter },
];

function listTools(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  const tools = [...world.plugins.tools.values()].filter((tool) => mayRead(account, tool.ownerId, tool.grants, world));
  return json(tools.map((tool) => pluginRow(tool, world)));
}

function createTool(call: Call, world: World): Reply {
  const { account } = administrator(call, world);
  const body = objectBody(call.body);
  const id = requiredText(body, 'id');
  const createdAt = world.accounts.seconds();
  const grants = grantsFromBody(body, { resource_type: 'tool', resource_id: id, created_at: createdAt }, world);
  const tool = { ...newPlugin(body, account.id, createdAt), grants };
  world.plugins.tools.set(id, tool);
  return json(pluginRow(tool, world));
}

function createFilter(call: Call, world: World): Reply {
  const { account } = administrator(call, world);
  const filter = newPlugin(objectBody(call.body), account.id, world.accounts.seconds());
  world.plugins.filters.set(filter.id, filter);
  return json(pluginRow(filter, world));
}

function newPlugin(body: JsonObject, ownerId: string, createdAt: number): Plugin {
  return {
    id: requiredText(body, 'id'),
    ownerId,
    name: requiredText(body, 'name'),
    content: requiredText(body, 'content'),
    meta: isObject(body.meta) ? body.meta : {},
    grants: [],
    isActive: false,
    isGlobal: false,
    createdAt,
  };
}

function listFilters(call: Call, world: World): Reply {
  administrator(call, world);
  return json([...world.plugins.filters.values()].map((filter) => pluginRow(filter, world)));
}

function toggleFilter(call: Call, world: World): Reply {
  const filter = knownFilter(call, world);
  filter.isActive = !filter.isActive;
  return json(pluginRow(filter, world));
}

function toggleGlobally(call: Call, world: World): Reply {
  const filter = knownFilter(call, world);
  filter.isGlobal = !filter.isGlobal;
  return json(pluginRow(filter, world));
}

function deleteTool(call: Call, world: World): Reply {
  administrator(call, world);
  return json(world.plugins.tools.delete(text(call.params.id) ?? ''));
}

function deleteFilter(call: Call, world: World): Reply {
  administrator(call, world);
  return json(world.plugins.filters.delete(text(call.params.id) ?? ''));
}

function knownFilter(call: Call, world: World): Plugin {
  administrator(call, world);
  const filter = world.plugins.filters.get(call.params.id ?? '');
  if (!filter) throw new Refusal(401, refusalText.notFound);
  return filter;
}

function pluginRow(plugin: Plugin, world: World): JsonObject {
  const { id, ownerId, name, content, meta, isActive, isGlobal, createdAt, grants } = plugin;
  const times = { created_at: createdAt, updated_at: createdAt };
  return {
    id,
    user_id: ownerId,
    name,
    content,
    meta,
    is_active: isActive,
    is_global: isGlobal,
    ...accessToJson(grants, world),
    ...times,
  };
}
