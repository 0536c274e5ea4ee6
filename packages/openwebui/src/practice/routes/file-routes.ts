import { fileRow, type StoredFile } from '../content/files.ts';
import type { Call } from '../http/call.ts';
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
    createdAt: world.accounts.seconds(),
  });
  return json(fileRow(file, 'pending', world));
}

function listFiles(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  const files = world.files.all().filter((file) => account.role === 'admin' || file.ownerId === account.id);
  return json(files.map((file) => fileRow(file, world.files.statusOf(file, world), world)));
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
