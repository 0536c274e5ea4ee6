/** Which tools a request offers to its model, and what each does when it is called. */
import { findSources } from '../completion/find-sources.ts';
import type { KnownModel } from '../content/models.ts';
import { frameJson } from '../http/frame-json.ts';
import { isObject, type JsonObject, objects, text, texts } from '../http/read-body.ts';
import type { Account } from '../identity/accounts.ts';
import { permissionsOf } from '../identity/permissions.ts';
import type { World } from '../world.ts';
import { IMITATED_TOOLS, type ToolMeans } from './imitated-tools.ts';

export interface OfferedTool {
  name: string;
  /** `desk/get_weather`: under this name a single round tells its result as a source. */
  sourceName: string;
  run(given: JsonObject, means: ToolMeans): Promise<string>;
}

/** Servers that stand in the settings of every practice server, by the id under which a model asks for them. */
const SERVER_TOOLS: Readonly<Record<string, readonly string[]>> = {
  'server:stock': ['get_stock'],
  'server:mcp:sums': ['sums_add'],
};

/** Built-in tools by kind. Of a kind that the model does not close, these are offered wherever there is a session. */
const BUILTIN_TOOLS: Readonly<Record<string, readonly string[]>> = {
  time: ['get_current_timestamp'],
  chats: ['search_chats', 'view_chat'],
  memory: ['search_memories', 'add_memory'],
  notes: ['search_notes', 'view_note', 'write_note'],
  channels: ['search_channels'],
  calendar: ['search_calendar_events', 'create_calendar_event'],
};

/** Tools that a request asks for by their ids. An id that is unknown or not permitted is passed over without a word. */
export function askedTools(ids: unknown, account: Account, world: World): OfferedTool[] {
  return texts(ids).flatMap((id) => {
    const names = SERVER_TOOLS[id] ?? world.plugins.functionsOf(id, account, world);
    return names.map((name) => ({
      name,
      sourceName: `${id}/${name}`,
      run: (given: JsonObject, means: ToolMeans) =>
        IMITATED_TOOLS[name]?.(given, means) ?? Promise.resolve(`${name} was called`),
    }));
  });
}

/** What Open WebUI offers by itself to a native model in a chat. */
export function builtinTools(body: JsonObject, model: KnownModel, account: Account, world: World): OfferedTool[] {
  const meta = model.row?.meta ?? {};
  const capabilities = isObject(meta.capabilities) ? meta.capabilities : {};
  if (capabilities.builtin_tools === false) return [];
  const closed = isObject(meta.builtinTools) ? meta.builtinTools : {};
  const isOpen = (kind: string) => closed[kind] !== false;
  const features = isObject(body.features) ? body.features : {};
  const mayUse = (feature: string) =>
    features[feature] === true && isOpen(feature) && permissionsOf(account, world).features?.[feature] !== false;
  const tool = (name: string, run: OfferedTool['run']): OfferedTool => ({ name, sourceName: name, run });
  return [
    ...Object.entries(BUILTIN_TOOLS).flatMap(([kind, names]) =>
      isOpen(kind) ? names.map((name) => tool(name, async () => '[]')) : [],
    ),
    ...(isOpen('knowledge') && objects(meta.knowledge).length > 0
      ? [tool('query_knowledge_files', (_given, means) => searchKnowledge(model, account, world, means))]
      : []),
    ...(mayUse('web_search') ? [tool('search_web', async (_given, means) => searchWeb(world, means))] : []),
    ...(mayUse('image_generation')
      ? [tool('generate_image', async (_given, means) => paint(account, world, means))]
      : []),
  ];
}

/** As functions for the provider. */
export function toolSpecs(tools: readonly OfferedTool[]): JsonObject[] {
  return tools.map(({ name }) => ({
    type: 'function',
    function: { name, description: name, parameters: { type: 'object', properties: {} } },
  }));
}

/** The one page that the practice server's search finds. */
export const FOUND_PAGE = {
  title: 'Found page',
  link: 'https://found.example.com/page',
  snippet: 'The web says hello.',
};

const PAINTED =
  'The image has been successfully generated and is already visible to the user in the chat. You do not need to display or embed the image again - just acknowledge that it has been created.';

async function searchKnowledge(model: KnownModel, account: Account, world: World, means: ToolMeans): Promise<string> {
  const { sources, passages } = await findSources({ params: { function_calling: 'legacy' } }, model, account, world);
  for (const source of sources) means.tell('source', { ...source });
  return JSON.stringify(passages.map((content) => ({ content })));
}

function searchWeb(world: World, means: ToolMeans): string {
  // From 0.11 on what was found is told in the tool's result alone.
  if (!world.has('agentTellsDeltas')) {
    means.tell('source', {
      source: { name: 'search_web', id: 'search_web' },
      document: [`${FOUND_PAGE.title}\n${FOUND_PAGE.snippet}`],
      metadata: [{ source: FOUND_PAGE.link, name: FOUND_PAGE.title, url: FOUND_PAGE.link }],
    });
  }
  return frameJson([FOUND_PAGE], world);
}

function paint(account: Account, world: World, means: ToolMeans): string {
  const painted = world.provider.paint();
  const base64 = text(objects(isObject(painted) ? painted.data : undefined)[0]?.b64_json) ?? '';
  const file = world.files.add({
    ownerId: account.id,
    name: 'generated-image.png',
    contentType: 'image/png',
    content: Buffer.from(base64, 'base64'),
    createdAt: world.accounts.seconds(),
  });
  const url = `/api/v1/files/${file.id}/content`;
  const named = { id: file.id, url, name: file.name, content_type: file.contentType };
  means.tell('chat:message:files', {
    files: [world.has('agentTellsDeltas') ? { type: 'image', ...named } : { type: 'image', url }],
  });
  const images = [world.has('agentTellsDeltas') ? named : { url }];
  return frameJson({ status: 'success', message: PAINTED, images }, world);
}
