import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { VisitorClient } from '../testing/visitor-client.ts';

const MANIFEST = path.resolve(import.meta.dirname, '../../../widget/dist/manifest.json');

let test: TestGuichet;
beforeAll(async () => {
  test = await startTestGuichet();
});
afterAll(() => test.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${test.guichet.url}${path}`, { headers });

describe('what panels and integrators ask', () => {
  it('lives and is ready', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
    const ready = await get('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ ready: true, reasons: [] });
  });

  it('is not ready without a key, and says which setting is missing', async () => {
    const own = await startTestGuichet({ environment: { OPENWEBUI_API_KEY: '' } });
    const ready = await fetch(`${own.guichet.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      reasons: [{ code: 'not-configured', detail: expect.stringContaining('OPENWEBUI_API_KEY') }],
    });
    const visitor = await VisitorClient.arrive(own.guichet.url);
    const run = await visitor.ask(await visitor.newConversation(), 'hi');
    expect(run.end).toMatchObject({ event: 'error', data: { code: 'not-configured', retryable: false } });
    await own.close();
  });

  it('counts questions, answers and refusals for Prometheus', async () => {
    const visitor = await VisitorClient.arrive(test.guichet.url);
    await visitor.ask(await visitor.newConversation(), 'hi');
    await visitor.request('/v1/conversations/con_unknown');
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(/^guichet_questions_total\{site="default"\} 1$/m);
    expect(text).toMatch(/^guichet_runs_ended_total\{status="complete"\} 1$/m);
    expect(text).toMatch(/^guichet_refusals_total\{code="not-found"\} 1$/m);
    expect(text).toMatch(/^guichet_runs_active 0$/m);
    expect(text).toMatch(/^guichet_first_text_seconds_count 1$/m);
  });

  it('describes every visitors’ route in OpenAPI 3.1', async () => {
    const document = (await (await get('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { responses: object }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    // Below a site's path there is the same once more; what needs no visitor's token is there alone.
    const [ofSites, plain] = ['/v1/sites/{site}/', ''].map((base) =>
      routes.filter((route) => !route.includes('/admin/api/') && route.includes('{site}/') === (base !== '')),
    );
    expect(ofSites?.map((route) => route.replace('/sites/{site}', '')).sort()).toEqual([
      'delete /v1/conversations/{id}',
      'delete /v1/files/{id}',
      'delete /v1/messages/{id}/feedback',
      'delete /v1/visitors/me',
      'get /v1/conversations',
      'get /v1/conversations/{id}',
      'get /v1/files/{id}',
      'get /v1/messages/{id}/follow-ups',
      'get /v1/messages/{id}/speech',
      'get /v1/runs/{run}/events',
      'get /v1/visitors/me',
      'get /v1/visitors/me/export',
      'patch /v1/conversations/{id}',
      'post /v1/conversations',
      'post /v1/conversations/{id}/messages',
      'post /v1/files',
      'post /v1/runs/{run}/stop',
      'post /v1/transcriptions',
      'post /v1/visitors',
      'put /v1/messages/{id}/feedback',
      'put /v1/visitors/me',
    ]);
    expect(plain?.sort()).toEqual([
      'delete /v1/conversations/{id}',
      'delete /v1/files/{id}',
      'delete /v1/messages/{id}/feedback',
      'delete /v1/visitors/me',
      'get /chat/{site}',
      'get /guichet.js',
      'get /healthz',
      'get /metrics',
      'get /openapi.json',
      'get /readyz',
      'get /v1/conversations',
      'get /v1/conversations/{id}',
      'get /v1/files/{id}',
      'get /v1/messages/{id}/follow-ups',
      'get /v1/messages/{id}/speech',
      'get /v1/runs/{run}/events',
      'get /v1/sites/{site}',
      'get /v1/ticks',
      'get /v1/visitors/me',
      'get /v1/visitors/me/export',
      'patch /v1/conversations/{id}',
      'post /v1/conversations',
      'post /v1/conversations/{id}/messages',
      'post /v1/files',
      'post /v1/runs/{run}/stop',
      'post /v1/transcriptions',
      'put /v1/messages/{id}/feedback',
      'put /v1/visitors/me',
    ]);
    // What the operators' part answers and what it describes are the same list.
    const described = routes.filter((route) => route.includes('/admin/api/'));
    for (const route of described) {
      const [method = '', place = ''] = route.split(' ');
      const answered = await fetch(`${test.guichet.url}${place}`, {
        method: method.toUpperCase(),
        headers: { Origin: test.guichet.url, 'Content-Type': 'application/json' },
        ...((method === 'post' || method === 'put') && { body: '{}' }),
      });
      expect([200, 204, 400, 401], route).toContain(answered.status);
    }
    expect(described.length).toBeGreaterThan(20);
    const dangling = JSON.stringify(document).match(/"#\/components\/schemas\/\w+"/g) ?? [];
    const schemas = (document as unknown as { components: { schemas: object } }).components.schemas;
    for (const reference of dangling) expect(schemas).toHaveProperty(reference.slice(1, -1).split('/').at(-1) ?? '');
    // Path parameters must be declared, or clients cannot be generated from this.
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const operation of Object.values(methods) as { parameters?: { name: string; in: string }[] }[]) {
        const declared = (operation.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name);
        expect(declared.sort()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort());
      }
    }
  });

  it('gives the loader a short life and the widget a long one', async () => {
    const loader = await get('/guichet.js');
    expect(loader.status).toBe(200);
    expect(loader.headers.get('cache-control')).toBe('public, max-age=300');
    expect(loader.headers.get('access-control-allow-origin')).toBe('*');
    expect((await get('/guichet.js', { 'If-None-Match': loader.headers.get('etag') ?? '' })).status).toBe(304);
    const { version } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { version: string };
    const pinned = await get(`/w/${version}/guichet.js`);
    expect(pinned.status).toBe(200);
    expect(pinned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/w/0.0.0/guichet.js')).status).toBe(404);
  });

  it('sends what a browser downloads packed as well as can be, with its length', async () => {
    const { files } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as {
      files: Record<string, { path: string; bytes: number; gzipBytes: number; brotliBytes: number }>;
    };
    for (const { path, bytes, gzipBytes, brotliBytes } of Object.values(files)) {
      const sizes = [
        ['br', brotliBytes],
        ['gzip', gzipBytes],
        ['identity', bytes],
      ] as const;
      for (const [encoding, size] of sizes) {
        const { headers } = await get(path, { 'Accept-Encoding': encoding });
        expect(headers.get('content-encoding') ?? 'identity', path).toBe(encoding);
        expect(Number(headers.get('content-length')), path).toBe(size);
        expect(headers.get('vary'), path).toContain('Accept-Encoding');
      }
    }
    for (const path of ['/guide/en/', '/openapi.json']) {
      const { headers } = await get(path, { 'Accept-Encoding': 'zstd' });
      expect(headers.get('content-encoding'), path).toBe('zstd');
    }
  });

  it('tells a widget what it may know of a site', async () => {
    const site = (await (await get('/v1/sites/default')).json()) as Record<string, unknown>;
    expect(site).toMatchObject({
      id: 'default',
      practice: false,
      languages: expect.arrayContaining(['en', 'fr', 'de']),
      limits: { messageChars: 8_000 },
    });
    expect(JSON.stringify(site)).not.toContain(test.credential);
  });

  it.each([
    ['en', 'Guichet is running.'],
    ['fr', 'Guichet fonctionne.'],
  ])('welcomes in %s', async (locale, heading) => {
    const page = await get('/', { 'Accept-Language': locale });
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain(heading);
    expect(html).toContain('&lt;script async src=&quot;http://');
  });
});
