import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { KeptDocuments } from './kept-documents.ts';

const body = 'Guichet '.repeat(500);

function appOf(documents: KeptDocuments, made: string[] = []): Hono {
  const app = new Hono();
  app.get('/:name', (context) => {
    const { name } = context.req.param();
    return documents.answer(context, name, () => {
      made.push(name);
      return { body: name === 'small' ? 'small' : body + name, contentType: 'text/html; charset=utf-8' };
    });
  });
  app.get('/picture/png', (context) =>
    documents.answer(context, 'png', () => ({ body: new Uint8Array(5_000), contentType: 'image/png' })),
  );
  return app;
}

const get = (app: Hono, path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

it('makes a document once, and packs it as the client takes it', async () => {
  const made: string[] = [];
  const app = appOf(new KeptDocuments(), made);
  const plain = await get(app, '/page');
  expect(await plain.text()).toBe(`${body}page`);
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(plain.headers.get('vary')).toBe('Accept-Encoding');
  const brotli = await get(app, '/page', { 'Accept-Encoding': 'gzip, deflate, br, zstd' });
  expect(brotli.headers.get('content-encoding')).toBe('br');
  expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(`${body}page`);
  const gzip = await get(app, '/page', { 'Accept-Encoding': 'gzip;q=0.5, br;q=0' });
  expect(gzip.headers.get('content-encoding')).toBe('gzip');
  expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(`${body}page`);
  const zstd = await get(app, '/page', { 'Accept-Encoding': 'zstd, gzip' });
  expect(zstd.headers.get('content-encoding')).toBe('zstd');
  const packed = Buffer.from(await zstd.arrayBuffer());
  expect(zstd.headers.get('content-length')).toBe(String(packed.byteLength));
  expect(zstdDecompressSync(packed).toString()).toBe(`${body}page`);
  expect((await get(app, '/page', { 'Accept-Encoding': 'identity' })).headers.get('content-encoding')).toBeNull();
  expect((await get(app, '/page', { 'Accept-Encoding': '*' })).headers.get('content-encoding')).toBe('br');
  expect(made).toEqual(['page']);
});

it('does not pack what is small or packed already', async () => {
  const app = appOf(new KeptDocuments());
  for (const path of ['/small', '/picture/png']) {
    const response = await get(app, path, { 'Accept-Encoding': 'br' });
    expect(response.headers.get('content-encoding'), path).toBeNull();
    expect(response.headers.get('vary'), path).toBeNull();
  }
});

it('tells a browser that has it that nothing has changed, whichever form it has', async () => {
  const app = appOf(new KeptDocuments());
  const packed = await get(app, '/page', { 'Accept-Encoding': 'br' });
  const plain = await get(app, '/page');
  const tags = [packed.headers.get('etag') ?? '', plain.headers.get('etag') ?? ''];
  expect(tags[0]).not.toBe(tags[1]);
  for (const known of [...tags, `W/${tags[0]}`, `"other", ${tags[1]}`, '*']) {
    const again = await get(app, '/page', { 'If-None-Match': known, 'Accept-Encoding': 'br' });
    expect({ known, status: again.status, body: await again.text() }).toEqual({ known, status: 304, body: '' });
  }
  expect((await get(app, '/page', { 'If-None-Match': '"other"' })).status).toBe(200);
});

it('keeps no more than it may: the first goes', async () => {
  const made: string[] = [];
  const documents = new KeptDocuments(10_000);
  const app = appOf(documents, made);
  for (const name of ['one', 'two', 'three', 'one']) await get(app, `/${name}`);
  expect(made).toEqual(['one', 'two', 'three', 'one']);
  expect(documents.count).toBe(2);
});

it.each([
  ['br;q=0.5, gzip', 'gzip'],
  ['gzip;q=0.2, zstd;q=0.9, br;q=0.9', 'br'],
  ['*;q=0.1', 'br'],
  ['*, br;q=0', 'zstd'],
  ['identity, br;q=0.5', null],
  ['identity;q=0.5, br;q=0.8', 'br'],
  ['deflate, compress', null],
  ['BR', 'br'],
  ['br;q=nonsense', null],
  ['', null],
])('of %j takes what is liked best', async (accepted, encoding) => {
  const response = await get(appOf(new KeptDocuments()), '/page', { 'Accept-Encoding': accepted });
  expect(response.headers.get('content-encoding')).toBe(encoding);
});

it('hands out the forms that were made before, and makes what is missing', async () => {
  const documents = new KeptDocuments();
  const app = new Hono();
  const packed = { br: new Uint8Array([1, 2, 3]) };
  app.get('/built', (context) => documents.answer(context, 'built', () => ({ body, contentType: 'text/css', packed })));
  const brotli = await get(app, '/built', { 'Accept-Encoding': 'br' });
  expect(new Uint8Array(await brotli.arrayBuffer())).toEqual(packed.br);
  expect(brotli.headers.get('content-length')).toBe('3');
  const gzip = await get(app, '/built', { 'Accept-Encoding': 'gzip' });
  expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(body);
});
