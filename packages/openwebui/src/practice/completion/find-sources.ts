import type { StoredFile } from '../content/files.ts';
import { mayRead } from '../content/grants.ts';
import type { KnownModel } from '../content/models.ts';
import { isObject, type JsonObject, objects, text } from '../http/read-body.ts';
import type { Account } from '../identity/accounts.ts';
import { scriptedSources } from '../provider/scripted-sources.ts';
import type { World } from '../world.ts';
import { withSystem } from './build-provider-body.ts';
import { callsNatively } from './calls-natively.ts';

/** What an answer is based on, as the first frame of a stream and the member `sources` of a whole answer show it. */
export interface Source {
  source: JsonObject;
  document: string[];
  metadata: JsonObject[];
  distances?: number[];
  /** What a tool gave, rather than a document. */
  tool_result?: true;
}

export interface FoundSources {
  sources: Source[];
  /** What is put before the model together with the question. */
  passages: string[];
}

/**
 * Passages for a question: from files and collections the request names, and from the model's own knowledge where this
 * version consults it. Costs a call to the provider for search words, and embeddings, as in the real server.
 */
export async function findSources(
  body: JsonObject,
  model: KnownModel,
  account: Account,
  world: World,
): Promise<FoundSources> {
  const items = [...objects(body.files), ...modelKnowledge(body, model, world)];
  if (items.length === 0) return { sources: scriptedSources(model.providerModel, body.messages), passages: [] };
  await askForSearchWords(model, world);
  const sources = items.flatMap((item) => sourcesOf(item, account, world));
  return { sources, passages: sources.flatMap((source) => source.document) };
}

/** From 0.10 on only "legacy" function calling looks into the knowledge attached to a model; before, native does not. */
function modelKnowledge(body: JsonObject, model: KnownModel, world: World): JsonObject[] {
  const asked = isObject(body.params) ? body.params : {};
  const params = { ...model.row?.params, ...asked };
  if (world.has('nativeFunctionCalling') && params.function_calling !== 'legacy') return [];
  if (callsNatively(model.row?.params, asked, world)) return [];
  return objects(model.row?.meta.knowledge);
}

async function askForSearchWords(model: KnownModel, world: World): Promise<void> {
  const prompt = '### Task:\nAnalyze the chat history to determine the necessity of generating search queries.';
  const messages = withSystem([{ role: 'user', content: prompt }], model);
  const body = { model: model.providerModel, messages, stream: false };
  // A provider that refuses here does not keep the answer from being tried.
  await world.provider.complete(body, world.stopped).catch(() => undefined);
  world.provider.embed();
  if (world.has('twoEmbeddingsPerSearch')) world.provider.embed();
}

function sourcesOf(item: JsonObject, account: Account, world: World): Source[] {
  if (item.type === 'text' && typeof item.content === 'string') {
    return [{ source: item, document: [item.content], metadata: [{ name: text(item.name) ?? 'text' }] }];
  }
  const files = readableFiles(item, account, world);
  if (files.length === 0) return [];
  return [
    {
      source: item,
      document: files.map((file) => file.content.toString('utf8')),
      metadata: files.map((file) => metadataOf(file, world)),
      distances: files.map(() => 0.44778329133987427),
    },
  ];
}

function readableFiles(item: JsonObject, account: Account, world: World): StoredFile[] {
  const id = text(item.id) ?? '';
  if (item.type !== 'collection') {
    const file = world.files.byId(id);
    return file && (file.ownerId === account.id || account.role === 'admin') ? [file] : [];
  }
  const base = world.knowledge.byId(id);
  if (!base || !mayRead(account, base.ownerId, base.grants, world)) return [];
  return base.fileIds.flatMap((fileId) => world.files.byId(fileId) ?? []);
}

function metadataOf(file: StoredFile, world: World): JsonObject {
  return {
    created_by: file.ownerId,
    hash: file.hash,
    name: file.name,
    embedding_config: "{'engine': 'openai', 'model': 'sentence-transformers/all-MiniLM-L6-v2'}",
    file_id: file.id,
    source: file.name,
    start_index: 0,
    ...(world.has('brokenStreamIsTold') && {
      file_hash: file.hash,
      size: file.content.length,
      content_type: file.contentType,
    }),
  };
}
