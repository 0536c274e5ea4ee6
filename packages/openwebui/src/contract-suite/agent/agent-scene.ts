/** Tools, filters and the models that use them, made as an administrator makes them. */
import assert from 'node:assert/strict';
import { isRecord } from '../../client/error-body.ts';
import type { ModelEquipment } from '../../client/model-equipment.ts';
import { isBefore } from '../../version-order.ts';
import type { CaseContext } from '../case-context.ts';
import { knowledgeOf } from '../knowledge.ts';
import { STAMP_FILTER, WATCH_FILTER } from './python-filters.ts';
import { DESK_TOOL, PRIVATE_TOOL } from './python-tools.ts';
import { SERVER_TOOL_IDS } from './tool-servers.ts';

/** What the models' owner told them, which nobody outside may read. */
export const OWNERS_PROMPT = 'You are the guide. OWNERS-WORDS';

/** Models by what they work with. Built-in tools are closed unless it is said. */
export const AGENT_MODELS = {
  /** Workspace tools, one of which its account may not use. */
  tools: 'agent-tools',
  servers: 'agent-servers',
  web: 'agent-web',
  pictures: 'agent-pictures',
  filtered: 'agent-filtered',
  /** A collection, and the built-in tools that read collections. */
  knowledge: 'agent-knowledge',
  /** Set to native calling by its owner, on versions too where that is no default. */
  native: 'agent-native',
  /** As Open WebUI makes a model by itself: with every built-in tool. */
  open: 'agent-open',
} as const;

export type AgentModel = keyof typeof AGENT_MODELS;

const EVERYBODY = [{ principal_type: 'user', principal_id: '*', permission: 'read' }];

const BUILTIN_KINDS = [
  'time',
  'chats',
  'memory',
  'notes',
  'channels',
  'skills',
  'tasks',
  'automations',
  'calendar',
  'notifications',
  'user_input',
  'subagents',
  'files',
  'knowledge',
  'web_search',
  'image_generation',
  'code_interpreter',
];

/** What our client reads of a model, its tools included. */
export async function equipmentOf(context: CaseContext, model: AgentModel): Promise<ModelEquipment> {
  await agentScene(context);
  const models = await context.client().models();
  assert.ok(models.ok, 'the models could not be listed');
  const found = models.value.find((one) => one.id === AGENT_MODELS[model]);
  assert.ok(found, `${AGENT_MODELS[model]} is not listed`);
  return found.equipment;
}

/** Made once for all cases. */
export function agentScene(context: CaseContext): Promise<void> {
  return context.once('agent scene', () => makeScene(context));
}

async function makeScene(context: CaseContext): Promise<void> {
  await makeTool(context, 'desk', DESK_TOOL, EVERYBODY);
  await makeTool(context, 'private', PRIVATE_TOOL, []);
  await makeFilter(context, 'stamp', STAMP_FILTER);
  await makeFilter(context, 'watch', WATCH_FILTER);
  await post(context, '/api/v1/functions/id/watch/toggle/global');
  const { collectionId } = await knowledgeOf(context);
  const knowledge = [{ id: collectionId, name: 'Prices', type: 'collection', description: 'd' }];

  await makeModel(context, 'tools', { toolIds: ['desk', 'private'] });
  await makeModel(context, 'servers', { toolIds: SERVER_TOOL_IDS });
  await makeModel(context, 'web', { defaultFeatureIds: ['web_search'] }, ['web_search']);
  await makeModel(context, 'pictures', { defaultFeatureIds: ['image_generation'] }, ['image_generation']);
  await makeModel(context, 'filtered', { filterIds: ['stamp'], defaultFilterIds: ['stamp'], toolIds: ['desk'] });
  await makeModel(context, 'knowledge', { knowledge }, ['knowledge']);
  await makeModel(context, 'native', { toolIds: ['desk'] });
  await makeModel(context, 'open', { toolIds: ['desk'] }, BUILTIN_KINDS);
  // The list that a chat looks its model up in is renewed by asking for it.
  await context.call('GET', '/api/models', { as: context.admin.token });
}

async function makeTool(context: CaseContext, id: string, content: string, grants: object[]): Promise<void> {
  const access = { access_grants: grants, access_control: grants.length > 0 ? null : {} };
  const body = { id, name: id, content, meta: { description: 'd', manifest: {} }, ...access };
  await post(context, '/api/v1/tools/create', body);
}

async function makeFilter(context: CaseContext, id: string, content: string): Promise<void> {
  await post(context, '/api/v1/functions/create', { id, name: id, content, meta: { description: 'd', manifest: {} } });
  await post(context, `/api/v1/functions/id/${id}/toggle`);
}

/** @param builtin kinds of built-in tools that stay open */
async function makeModel(context: CaseContext, model: AgentModel, meta: object, builtin: string[] = []): Promise<void> {
  const builtinTools = Object.fromEntries(BUILTIN_KINDS.map((kind) => [kind, builtin.includes(kind)]));
  await post(context, '/api/v1/models/create', {
    id: AGENT_MODELS[model],
    base_model_id: 'agent',
    name: AGENT_MODELS[model],
    meta: {
      description: 'd',
      capabilities: {
        web_search: true,
        image_generation: true,
        code_interpreter: true,
        citations: true,
        status_updates: true,
        builtin_tools: true,
      },
      builtinTools,
      ...meta,
    },
    // Before 0.10 native calling is chosen by few, and wins over what a request says.
    params: {
      system: OWNERS_PROMPT,
      ...((model === 'native' || !isBefore(context.version, '0.10.0')) && { function_calling: 'native' }),
    },
    access_grants: EVERYBODY,
    access_control: null,
    is_active: true,
  });
}

async function post(context: CaseContext, path: string, body?: object): Promise<void> {
  const reply = await context.call('POST', path, { as: context.admin.token, ...(body && { body }) });
  assert.equal(reply.status, 200, `${path}: ${reply.text.slice(0, 300)}`);
  assert.ok(isRecord(reply.json), path);
}
