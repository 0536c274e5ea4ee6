import type { JsonObject } from '../http/read-body.ts';
import { hasSwitch } from '../plugins/plugins.ts';
import type { World } from '../world.ts';
import { accessToJson } from './grants.ts';
import type { KnownModel, ModelRow } from './models.ts';

/** A model as GET /api/models lists it. */
export function listedModel(model: KnownModel, world: World): JsonObject {
  return model.row && model.row.baseModelId !== null ? preset(model.row, world) : provided(model, world);
}

/** A model row as the administrator's routes show it. */
export function modelRow(row: ModelRow, world: World): JsonObject {
  return {
    ...(world.has('modelVersions') && { version_id: row.versionId }),
    id: row.id,
    user_id: row.ownerId,
    base_model_id: row.baseModelId,
    name: row.name,
    params: row.params,
    meta: row.meta,
    ...accessToJson(row.grants, world),
    is_active: row.isActive,
    updated_at: row.updatedAt,
    created_at: row.createdAt,
  };
}

function provided(model: KnownModel, world: World): JsonObject {
  const provider = { id: model.id, object: 'model', owned_by: 'prov', created: 1, connection_type: 'external' };
  return {
    ...provider,
    owned_by: 'openai',
    name: model.row?.name ?? model.id,
    openai: provider,
    ...(world.has('providerNameOnModels') && { provider: '' }),
    urlIdx: 0,
    ...(model.row && { info: publicInfo(model.row, world) }),
    actions: [],
    filters: switchableFilters(model, world),
    tags: [],
  };
}

function preset(row: ModelRow, world: World): JsonObject {
  return {
    id: row.id,
    name: row.name,
    object: 'model',
    created: row.createdAt,
    owned_by: 'openai',
    connection_type: 'external',
    preset: true,
    info: publicInfo(row, world),
    actions: [],
    filters: switchableFilters({ id: row.id, providerModel: row.baseModelId ?? row.id, row }, world),
    tags: [],
  };
}

/** Filters that people can switch for a chat with this model. */
function switchableFilters(model: KnownModel, world: World): JsonObject[] {
  const all = [...world.plugins.filters.keys()];
  return world.plugins
    .filtersFor(model, all)
    .filter(hasSwitch)
    .map(({ id, name, meta }) => ({ id, name, description: meta.description, icon: null, has_user_valves: false }));
}

/** The row without its system prompt and picture. */
function publicInfo(row: ModelRow, world: World): JsonObject {
  const shown = modelRow(row, world);
  const { profile_image_url: picture, ...meta } = row.meta;
  // 0.9 alone forgot to take an empty picture out.
  const keepsPicture = picture === null && !world.has('modelMetaTellsTranslations');
  shown.meta = keepsPicture ? row.meta : meta;
  if (world.has('modelVersions')) shown.params = {};
  else delete shown.params;
  return shown;
}
