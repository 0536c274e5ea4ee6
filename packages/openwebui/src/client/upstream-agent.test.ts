import type { LookupFunction } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { collectAnswer, question } from '../contract-suite/collect-answer.ts';
import { createDesk } from '../desk/desk.ts';
import { networkProxy } from '../testing/network-proxy.ts';
import { createOpenWebUiClient, type OpenWebUiClientOptions } from './create-open-webui-client.ts';
import { DONE_FRAME, scriptedUpstream, sendFrames, sendJson, textFrame } from './scripted-upstream.ts';

const KEY = `sk-${'0123456789abcdef'.repeat(2)}`;
const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** An Open WebUI of which only what is below `below` answers as one, as behind a proxy's path. */
async function openWebUi(below = '') {
  const asked: string[] = [];
  const server = await scriptedUpstream((response, request) => {
    asked.push(request.path ?? '');
    if (request.path === `${below}/api/models`)
      return sendJson(response, 200, { data: [{ id: 'echo', name: 'Echo' }] });
    if (request.path === `${below}/api/version`) return sendJson(response, 200, { version: '0.12.4' });
    if (request.path === `${below}/api/chat/completions`) return sendFrames(response, [textFrame('Hello'), DONE_FRAME]);
    return sendJson(response, 404, { detail: 'Not Found' });
  });
  open.push(() => server.close());
  return { url: server.url, port: Number(new URL(server.url).port), asked };
}

function clientFor(baseUrl: string, options: Partial<OpenWebUiClientOptions> = {}) {
  const client = createOpenWebUiClient({ target: () => ({ baseUrl, credential: KEY }), ...options });
  open.push(() => client.close());
  return client;
}

describe('an Open WebUI that lives below a path', () => {
  it.each(['/chatgpt', '/chatgpt/', '/tools/chat'])('%s is asked below it', async (path) => {
    const server = await openWebUi(path.replace(/\/$/, ''));
    const client = clientFor(server.url + path);
    expect(await client.models()).toMatchObject({ ok: true, value: [{ id: 'echo' }] });
    expect(await client.version()).toMatchObject({ ok: true, value: { version: '0.12.4' } });
    expect(await collectAnswer(client, question('hi'))).toMatchObject({ text: 'Hello', end: { kind: 'complete' } });
    const desk = createDesk({ baseUrl: server.url + path });
    open.push(() => desk.close());
    expect(await desk.version()).toBe('0.12.4');
    expect(server.asked.every((asked) => asked.startsWith(path.replace(/\/$/, '')))).toBe(true);
  });

  it.each(['/api', '/chatgpt/api', '/chatgpt/api/v1', '/ollama', '/openai/v1', '/c/3f2b', '/admin/settings'])(
    'a path of Open WebUI’s own is not one: %s',
    async (path) => {
      const result = await clientFor(`http://127.0.0.1:9${path}`).models();
      expect(result).toMatchObject({ ok: false, failure: { cause: 'url-has-path' } });
    },
  );

  it('a scheme that stands twice is no host with a path', async () => {
    const result = await clientFor('https://https://chat.example.com').models();
    expect(result).toMatchObject({ ok: false, failure: { cause: 'url-malformed' } });
  });
});

describe('the network’s proxy', () => {
  it('leads to Open WebUI by http, with its password, for questions and answers', async () => {
    const server = await openWebUi();
    const proxy = await networkProxy(server.port);
    open.push(() => proxy.close());
    const environment = { HTTP_PROXY: proxy.url.replace('http://', 'http://me:secret@') };
    const client = clientFor('http://open-webui.test', { environment });
    expect(await client.models()).toMatchObject({ ok: true });
    expect(await collectAnswer(client, question('hi'))).toMatchObject({ text: 'Hello' });
    const desk = createDesk({ baseUrl: 'http://open-webui.test', environment });
    open.push(() => desk.close());
    expect(await desk.version()).toBe('0.12.4');
    expect(proxy.asked).toContain('GET http://open-webui.test/api/models');
    expect(proxy.authorizations.every((one) => one === `Basic ${btoa('me:secret')}`)).toBe(true);
  });

  it('tunnels https, so that it never sees the key', async () => {
    const server = await openWebUi();
    const proxy = await networkProxy(server.port);
    open.push(() => proxy.close());
    // What is behind the tunnel speaks no TLS; that the tunnel was asked for is what is to be seen.
    const result = await clientFor('https://open-webui.test', { environment: { https_proxy: proxy.url } }).models();
    expect(result).toMatchObject({ ok: false });
    expect(proxy.asked).toEqual(['CONNECT open-webui.test:443']);
    expect(server.asked).toEqual([]);
  });

  it('is left alone where NO_PROXY says so, and for this machine', async () => {
    const server = await openWebUi();
    const proxy = await networkProxy(server.port);
    open.push(() => proxy.close());
    const lookup: LookupFunction = (_host, options, callback) => {
      if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
      else callback(null, '127.0.0.1', 4);
    };
    const environment = { ALL_PROXY: proxy.url, NO_PROXY: 'other.test,.intern.test' };
    expect(await clientFor(`http://chat.intern.test:${server.port}`, { environment, lookup }).models()).toMatchObject({
      ok: true,
    });
    expect(await clientFor(server.url, { environment }).models()).toMatchObject({ ok: true });
    expect(proxy.asked).toEqual([]);
  });
});

it('asks for the addresses of a name at each connection, and reaches none that is left out', async () => {
  const server = await openWebUi();
  let asked = 0;
  const lookup: LookupFunction = (_host, _options, callback) => {
    asked += 1;
    callback(new Error('forbidden'), '');
  };
  const client = clientFor(`http://rebound.test:${server.port}`, { lookup, environment: {} });
  expect(await client.models()).toMatchObject({ ok: false });
  expect(await client.version()).toMatchObject({ ok: false });
  expect(asked).toBe(2);
  expect(server.asked).toEqual([]);
});
