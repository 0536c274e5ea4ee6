import { fileRow, type StoredFile } from '../content/files.ts';
import { grantsFromBody, mayRead } from '../content/grants.ts';
import { type KnowledgeBase, knowledgeRow } from '../content/knowledge-bases.ts';
import type { Call } from '../http/call.ts';
import { type JsonObject, objectBody, requiredText, text } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import { administrator, verifiedCaller } from '../identity/caller.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';

export const knowledgeRoutes: Route[] = [
  { method: 'POST', pattern: '/api/v1/knowledge/create', handle: createBase },
  { method: 'GET', pattern: '/api/v1/knowledge/', handle: listBases },
  { method: 'GET', pattern: '/api/v1/knowledge/:id', handle: readBase },
  { method: 'POST', pattern: '/api/v1/knowledge/:id/update', handle: updateBase },
  {
    method: 'POST',
    pattern: '/api/v1/knowledge/:id/access/update',
    since: 'modelAccessRoute',
    handle: updateBaseAccess,
  },
  { method: 'POST', pattern: '/api/v1/knowledge/:id/file/add', handle: addFile },
  { method: 'POST', pattern: '/api/v1/knowledge/:id/file/remove', handle: removeFile },
  { method: 'DELETE', pattern: '/api/v1/knowledge/:id/delete', handle: deleteBase },
];

function createBase(call: Call, world: World): Reply {
  const { account } = administrator(call, world);
  const body = objectBody(call.body);
  const createdAt = world.accounts.seconds();
  const base = world.knowledge.create({
    ownerId: account.id,
    name: requiredText(body, 'name'),
    description: text(body.description) ?? '',
    createdAt,
  });
  base.grants = grantsFromBody(
    body,
    { resource_type: 'knowledge', resource_id: base.id, created_at: createdAt },
    world,
  );
  return json(knowledgeRow(base, null, world));
}

function listBases(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  const items = world.knowledge
    .all()
    .filter((base) => mayRead(account, base.ownerId, base.grants, world))
    .map((base) => knowledgeRow(base, null, world));
  return json(world.has('accessGrants') ? { items, total: items.length } : items);
}

function readBase(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  const base = knownBase(call, world);
  if (!mayRead(account, base.ownerId, base.grants, world)) throw new Refusal(401, refusalText.notFound);
  return withFiles(base, world);
}

function updateBase(call: Call, world: World): Reply {
  administrator(call, world);
  const base = knownBase(call, world);
  const body = objectBody(call.body);
  base.name = requiredText(body, 'name');
  base.description = text(body.description) ?? '';
  if ('access_control' in body || 'access_grants' in body) return updateBaseAccess(call, world);
  return withFiles(base, world);
}

function updateBaseAccess(call: Call, world: World): Reply {
  administrator(call, world);
  const base = knownBase(call, world);
  const target = { resource_type: 'knowledge', resource_id: base.id, created_at: base.createdAt };
  base.grants = grantsFromBody(objectBody(call.body), target, world);
  return withFiles(base, world);
}

function addFile(call: Call, world: World): Reply {
  administrator(call, world);
  const base = knownBase(call, world);
  const file = world.files.byId(requiredText(objectBody(call.body), 'file_id'));
  if (!file) throw new Refusal(400, refusalText.notFound);
  if (!base.fileIds.includes(file.id)) base.fileIds.push(file.id);
  return withFiles(base, world);
}

function removeFile(call: Call, world: World): Reply {
  administrator(call, world);
  const base = knownBase(call, world);
  const id = requiredText(objectBody(call.body), 'file_id');
  base.fileIds = base.fileIds.filter((other) => other !== id);
  return withFiles(base, world);
}

function deleteBase(call: Call, world: World): Reply {
  administrator(call, world);
  return json(world.knowledge.delete(call.params.id ?? ''));
}

function withFiles(base: KnowledgeBase, world: World): Reply {
  const files = base.fileIds.flatMap((id): JsonObject[] => {
    const file = world.files.byId(id);
    return file ? [fileInBase(file, world)] : [];
  });
  return json(knowledgeRow(base, files, world));
}

/** Before 0.8 a collection showed less of its files. */
function fileInBase(file: StoredFile, world: World): JsonObject {
  const row = fileRow(file, 'completed', world);
  if (world.has('knowledgeFilesAreWhole')) return row;
  return { id: row.id, hash: row.hash, meta: row.meta, created_at: row.created_at, updated_at: row.updated_at };
}

function knownBase(call: Call, world: World): KnowledgeBase {
  const base = world.knowledge.byId(call.params.id ?? '');
  if (!base) throw new Refusal(400, refusalText.notFound);
  return base;
}
