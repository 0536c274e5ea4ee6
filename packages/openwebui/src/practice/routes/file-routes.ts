import { fileRow, type StoredFile } from '../content/files.ts';
import type { Call } from '../http/call.ts';
import type { JsonObject } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import { verifiedCaller } from '../identity/caller.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';

export const fileRoutes: Route[] = [
  { method: 'POST', pattern: '/api/v1/files/', handle: upload },
  { method: 'GET', pattern: '/api/v1/files/', handle: listFiles },
  { method: 'GET', pattern: '/api/v1/files/:id', handle: readFile },
  { method: 'GET', pattern: '/api/v1/files/:id/process/status', handle: readStatus },
  { method: 'GET', pattern: '/api/v1/files/:id/content', handle: readContent },
  { method: 'DELETE', pattern: '/api/v1/files/:id', handle: deleteFile },
];

function upload(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  const part = call.form.find((candidate) => candidate.name === 'file');
  if (!part) throw new Refusal(422, [{ type: 'missing', loc: ['body', 'file'], msg: 'Field required', input: null }]);
  const refused = world.files.refusing.get(part.filename ?? '');
  if (refused) throw new Refusal(refused.status, refused.detail);
  const file = world.files.add({
    ownerId: account.id,
    name: part.filename ?? 'file',
    contentType: part.contentType,
    content: part.content,
    metadata: metadataIn(call),
    createdAt: world.accounts.seconds(),
  });
  return json(fileRow(file, 'pending', world));
}

function metadataIn(call: Call): JsonObject {
  const field = call.form.find(({ name }) => name === 'metadata')?.content.toString('utf8');
  try {
    return JSON.parse(field ?? '{}') as JsonObject;
  } catch {
    throw new Refusal(400, refusalText.metadataMalformed);
  }
}

const FILES_ON_A_PAGE = 50;

function listFiles(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  const files = world.files.all().filter((file) => account.role === 'admin' || file.ownerId === account.id);
  const rows = files.toReversed().map((file) => fileRow(file, world.files.statusOf(file, world), world));
  if (!world.has('pagesOfFiles')) return json(rows);
  const first = (Number(call.query.get('page') ?? 1) - 1) * FILES_ON_A_PAGE;
  return json({ items: rows.slice(first, first + FILES_ON_A_PAGE), total: rows.length });
}

function readFile(call: Call, world: World): Reply {
  const file = readableFile(call, world);
  return json(fileRow(file, world.files.statusOf(file, world), world));
}

function readStatus(call: Call, world: World): Reply {
  return json({ status: world.files.statusOf(readableFile(call, world), world) });
}

function readContent(call: Call, world: World): Reply {
  const file = readableFile(call, world);
  return { status: 200, text: file.content, contentType: file.contentType };
}

function deleteFile(call: Call, world: World): Reply {
  const file = readableFile(call, world);
  world.files.delete(file.id);
  return json({ message: 'File deleted successfully' });
}

function readableFile(call: Call, world: World): StoredFile {
  const { account } = verifiedCaller(call, world);
  const file = world.files.byId(call.params.id ?? '');
  if (!file || (file.ownerId !== account.id && account.role !== 'admin')) throw new Refusal(404, refusalText.notFound);
  return file;
}
