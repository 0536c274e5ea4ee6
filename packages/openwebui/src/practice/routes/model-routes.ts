import { grantsFromBody, mayRead } from '../content/grants.ts';
import { listedModel, modelRow } from '../content/model-json.ts';
import type { ModelRow } from '../content/models.ts';
import type { Call } from '../http/call.ts';
import { isObject, type JsonObject, objectBody, requiredText, text } from '../http/read-body.ts';
import { json, plainText, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import type { Account } from '../identity/accounts.ts';
import { administrator, verifiedCaller } from '../identity/caller.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';

export const modelRoutes: Route[] = [
  { method: 'GET', pattern: '/api/models', handle: listModels },
  { method: 'GET', pattern: '/api/v1/models', handle: listModels },
  { method: 'GET', pattern: '/api/models/base', handle: listBaseModels },
  { method: 'GET', pattern: '/api/v1/models/model', handle: readModel },
  { method: 'POST', pattern: '/api/v1/models/create', handle: createModel },
  { method: 'POST', pattern: '/api/v1/models/model/update', handle: updateModel },
  { method: 'POST', pattern: '/api/v1/models/model/access/update', since: 'modelAccessRoute', handle: updateAccess },
  { method: 'POST', pattern: '/api/v1/models/model/delete', handle: deleteModel },
  { method: 'GET', pattern: '/openai/models', handle: listProviderModels },
  { method: 'GET', pattern: '/openai/models/:connection', handle: listModelsOfConnection },
];

function listModels(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  return json({ data: world.models.visibleTo(account, world).map((model) => listedModel(model, world)) });
}

function listBaseModels(call: Call, world: World): Reply {
  const { account } = administrator(call, world);
  const base = world.models.visibleTo(account, world).filter((model) => !model.row?.baseModelId);
  return json({ data: base.map((model) => listedModel(model, world)) });
}

/** Of all connections together, everybody sees what was shared with them. */
function listProviderModels(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  const visible = new Set(world.models.visibleTo(account, world).map((model) => model.id));
  return json({ data: providerModels(world).filter(({ id }) => visible.has(id)) });
}

/** One connection's list is not filtered, and from 0.11.1 on an administrator's. */
function listModelsOfConnection(call: Call, world: World): Reply {
  if (world.has('providerModelListsAreForAdministrators')) administrator(call, world);
  else verifiedCaller(call, world);
  // There is one connection; of another, the real one falls over.
  if (call.params.connection !== '0') return plainText('Internal Server Error', 500);
  const { reachable, refusesKey } = world.provider.options;
  if (!reachable) return json({ detail: refusalText.serverConnection }, 500);
  if (refusesKey) return json({ detail: `Unexpected error: External Error: ${REFUSED_KEY}` }, 500);
  return json({ object: 'list', data: providerModels(world) });
}

const REFUSED_KEY =
  "{'message': 'Incorrect API key provided: sk-prov.', 'type': 'invalid_request_error', 'code': 'invalid_api_key'}";

function providerModels(world: World) {
  return world.models.refresh(world).map((id) => ({ id, object: 'model', owned_by: 'prov', created: 1 }));
}

function readModel(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  const row = world.models.rows.get(call.query.get('id') ?? '');
  if (!row) throw new Refusal(world.has('unknownModelIs404') ? 404 : 401, refusalText.notFound);
  if (account.role === 'admin') return json(modelRow(row, world));
  if (mayRead(account, row.ownerId, row.grants, world)) {
    return json({ ...modelRow(row, world), ...(world.has('modelRowHidesParams') && { params: {} }) });
  }
  if (!world.has('closedModelIsRefused')) return json(null);
  throw new Refusal(401, refusalText.noPermission);
}

function createModel(call: Call, world: World): Reply {
  const { account } = administrator(call, world);
  const body = objectBody(call.body);
  const id = requiredText(body, 'id');
  requiredText(body, 'name');
  if (world.models.rows.has(id)) throw new Refusal(401, refusalText.modelIdTaken);
  return json(modelRow(putRow(id, body, account, world), world));
}

function updateModel(call: Call, world: World): Reply {
  const { account } = administrator(call, world);
  const body = objectBody(call.body);
  const before = world.models.rows.get(text(body.id) ?? call.query.get('id') ?? '');
  if (!before) throw new Refusal(401, refusalText.noPermission);
  const after = putRow(before.id, body, account, world, before);
  // Since 0.12.4 access is changed by its own route alone; here it is ignored without a word.
  if (world.has('modelUpdateKeepsGrants')) after.grants = before.grants;
  return json(modelRow(after, world));
}

/** Makes the row of a plain provider model where there is none, but for the first releases. */
function updateAccess(call: Call, world: World): Reply {
  const { account } = administrator(call, world);
  const body = objectBody(call.body);
  const id = requiredText(body, 'id');
  const known = world.models.rows.get(id);
  if (!known && !world.has('modelAccessRouteMakesRows')) throw new Refusal(404, refusalText.notFound);
  const row = known ?? putRow(id, { name: text(body.name) ?? id }, account, world);
  row.grants = readGrants(id, body, world);
  row.updatedAt = world.accounts.seconds();
  return json(modelRow(row, world));
}

function deleteModel(call: Call, world: World): Reply {
  administrator(call, world);
  const row = knownRow(text(objectBody(call.body).id) ?? call.query.get('id') ?? '', world);
  return json(world.models.rows.delete(row.id));
}

function putRow(id: string, body: JsonObject, account: Account, world: World, before?: ModelRow): ModelRow {
  const now = world.accounts.seconds();
  return world.models.put({
    id,
    ownerId: before?.ownerId ?? account.id,
    baseModelId: text(body.base_model_id) ?? null,
    name: text(body.name) ?? id,
    meta: completeMeta(isObject(body.meta) ? body.meta : {}, world),
    params: isObject(body.params) ? body.params : {},
    grants: readGrants(id, body, world),
    isActive: body.is_active !== false,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  });
}

/** The fields every model has, in the server's order, and then whatever else was sent. */
function completeMeta(meta: JsonObject, world: World): JsonObject {
  const { description, capabilities, knowledge, ...rest } = meta;
  return {
    profile_image_url: world.has('profileImageMayBeMissing') ? null : '/static/favicon.png',
    ...(world.has('modelMetaTellsTranslations') && { background_image_url: null }),
    description: description ?? null,
    ...(world.has('modelMetaTellsTranslations') && { i18n: null }),
    capabilities: capabilities ?? null,
    ...(knowledge !== undefined && { knowledge }),
    ...(world.has('modelVersions') && { voice: null, voice_avatar: null }),
    ...rest,
  };
}

function readGrants(id: string, body: JsonObject, world: World) {
  const created = { resource_type: 'model', resource_id: id, created_at: world.accounts.seconds() };
  return grantsFromBody(body, created, world);
}

function knownRow(id: string, world: World): ModelRow {
  const row = world.models.rows.get(id);
  if (!row) throw new Refusal(401, refusalText.notFound);
  return row;
}
