import { Agent } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import type { AnswerFile } from '../chat-completion-types.ts';
import { createPatience } from '../patience.ts';
import { type ScriptedUpstream, scriptedUpstream, sendJson } from '../scripted-upstream.ts';
import { DEFAULT_LIMITS, DEFAULT_TIMEOUTS } from '../upstream-limits.ts';
import { createAgentFiles, pictureTypeOf } from './agent-files.ts';
import { readFileReference } from './file-reference.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');
const ID = '8b1a977e-be60-4390-99ef-039a2944ef02';

let upstream: ScriptedUpstream;
const agent = new Agent();
afterEach(() => upstream?.close());

async function start(bytes: Buffer, { createdAt = Date.now() / 1000, deletes = 200 } = {}) {
  upstream = await scriptedUpstream((response, { method, path }) => {
    if (method === 'DELETE') sendJson(response, deletes, { message: 'ok' });
    else if (path.endsWith('/content')) response.writeHead(200, { 'content-type': 'text/html' }).end(bytes);
    else sendJson(response, 200, { id: ID, created_at: Math.floor(createdAt) });
  });
  const told: AnswerFile[] = [];
  const trouble: [string, string][] = [];
  const files = createAgentFiles(
    {
      agent,
      patience: createPatience(10),
      connectMs: 1_000,
      timeouts: DEFAULT_TIMEOUTS,
      limits: DEFAULT_LIMITS,
      address: { origin: upstream.url, basePath: '', authorization: 'Bearer k', credential: 'k' },
      startedAtMs: Date.now(),
      fileBytes: 1_000,
      files: 2,
    },
    { onFile: (file) => told.push(file), onTrouble: (what, detail) => trouble.push([what, detail]) },
  );
  return { files, told, trouble };
}

function deletions(): number {
  return upstream.seen.filter((one) => one.method === 'DELETE').length;
}

describe('a file that a run made', () => {
  it('is fetched with the key, known by its bytes, handed on and deleted', async () => {
    const { files, told, trouble } = await start(PNG);
    files.take({ key: ID, fileId: ID, name: 'a.png', description: 'a point' });
    expect(files.isIdle()).toBe(false);
    await files.handed();
    await files.settled();
    expect(told).toEqual([
      { id: expect.any(String), contentType: 'image/png', bytes: PNG, name: 'a.png', description: 'a point' },
    ]);
    expect(upstream.seen[0]).toMatchObject({
      path: `/api/v1/files/${ID}/content`,
      headers: { authorization: 'Bearer k' },
    });
    expect([deletions(), trouble]).toEqual([1, []]);
  });

  it.each([
    ['no picture', Buffer.from('<svg onload="alert(1)"/>'), /no PNG/],
    ['too large', Buffer.concat([PNG, Buffer.alloc(1_000)]), /too large/],
  ])('that is %s is dropped, and deleted all the same', async (_what, bytes, reason) => {
    const { files, told, trouble } = await start(bytes);
    files.take({ key: ID, fileId: ID });
    await files.settled();
    expect([told, deletions()]).toEqual([[], 1]);
    expect(trouble).toEqual([['file-dropped', expect.stringMatching(reason)]]);
  });

  it('is deleted unseen where the answer was stopped, and beyond the count', async () => {
    const { files, told, trouble } = await start(PNG);
    for (const key of ['a', 'b', 'c']) files.take({ key, fileId: key });
    await files.settled();
    expect([told.length, deletions()]).toEqual([2, 3]);
    expect(trouble).toEqual([['file-dropped', 'more than 2 files']]);
    files.close();
    files.take({ key: 'd', fileId: 'd' });
    await files.settled();
    expect([told.length, deletions()]).toEqual([2, 4]);
  });

  it('stays where it was there before, and that is told', async () => {
    const { files, told, trouble } = await start(PNG, { createdAt: Date.now() / 1000 - 86_400 });
    files.take({ key: ID, fileId: ID });
    await files.settled();
    expect([told.length, deletions(), trouble]).toEqual([1, 0, [['file-left', 'older than the answer']]]);
  });

  it('is named where it could not be deleted', async () => {
    const { files, trouble } = await start(PNG, { deletes: 403 });
    files.take({ key: ID, fileId: ID });
    await files.settled();
    expect(trouble).toEqual([['file-left', 'status 403']]);
  });

  it('whose bytes stand in the event is handed on without a request', async () => {
    const { files, told } = await start(PNG);
    files.take({ key: 'x', base64: PNG.toString('base64') });
    await files.settled();
    expect([told[0]?.bytes, upstream.seen]).toEqual([PNG, []]);
  });
});

describe('what an event calls a file', () => {
  it.each([
    [{ type: 'image', url: `/api/v1/files/${ID}/content` }, ID],
    [{ type: 'image', url: `https://chat.example.com/api/v1/files/${ID}/content`, name: 'a' }, ID],
    [{ type: 'file', id: ID, url: ID }, ID],
    [{ type: 'file', url: ID }, ID],
    [{ type: 'file', file: { id: ID } }, ID],
    [{ type: 'image', url: 'https://evil.example.com/a.png' }, undefined],
    [{ type: 'image', url: '/api/v1/files/../../users/content' }, undefined],
    [{ type: 'image', url: 'file:///etc/passwd' }, undefined],
    [{ type: 'file', id: '../x' }, undefined],
    ['x', undefined],
    [null, undefined],
  ])('%j', (entry, fileId) => expect(readFileReference(entry)?.fileId).toBe(fileId));
});

it.each([
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ffe000104a46', 'image/jpeg'],
  [Buffer.from('GIF89a..').toString('hex'), 'image/gif'],
  [Buffer.from('RIFF....WEBPVP8 ').toString('hex'), 'image/webp'],
  [Buffer.from('RIFF....WAVEfmt ').toString('hex'), undefined],
  [Buffer.from('<svg xmlns').toString('hex'), undefined],
  [Buffer.from('<!doctype html>').toString('hex'), undefined],
  ['', undefined],
])('bytes %s are %s', (hex, type) => expect(pictureTypeOf(Buffer.from(hex, 'hex'))).toBe(type));
