import type { LookupFunction } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { beginAnswer } from '../../contract-suite/collect-answer.ts';
import { type NetworkProxyStandIn, networkProxy } from '../../testing/network-proxy.ts';
import { createOpenWebUiClient } from '../create-open-webui-client.ts';
import type { OpenWebUiClient } from '../open-webui-client.ts';
import type { ProxyEnvironment } from '../proxy-for.ts';
import { probeAgentSocket } from './probe-agent-socket.ts';
import { type ScriptedSocketServer, scriptedSocketServer } from './scripted-socket-server.ts';

const KEY = 'sk-0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const TOKEN = 'session-token-1';

let server: ScriptedSocketServer;
let proxy: NetworkProxyStandIn;
let client: OpenWebUiClient | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
  await proxy.close();
  await server.close();
});

async function start(): Promise<number> {
  server = await scriptedSocketServer();
  const port = Number(new URL(server.url).port);
  proxy = await networkProxy(port);
  return port;
}

/** Asks the whole agent, answers through its socket, and gives the end. */
async function answer(baseUrl: string, environment: ProxyEnvironment, lookup?: LookupFunction) {
  const asks = createOpenWebUiClient({
    target: () => ({ baseUrl, credential: KEY }),
    agentSession: { token: async () => ({ ok: true, token: TOKEN }), refused: () => undefined },
    environment,
    ...(lookup && { lookup }),
  });
  client = asks;
  const turns = [{ role: 'user' as const, text: 'hi' }];
  const { told } = beginAnswer(asks, { settings: { model: 'm', tools: 'whole-agent' }, turns });
  const question = await vi.waitFor(() => {
    const found = server.seen.find((one) => one.path.endsWith('/api/chat/completions'));
    if (!found) throw new Error('not asked yet');
    return found;
  });
  const { chat_id, id: message_id } = JSON.parse(question.body);
  const tell = (data: object) => server.emit({ chat_id, message_id, data });
  tell({ type: 'response:completion', data: { type: 'response.output_text.delta', output_index: 0, delta: 'Hello' } });
  tell({ type: 'chat:completion', data: { choices: [{ finish_reason: 'stop' }], done: true } });
  return told;
}

const HELLO = { text: 'Hello', end: { kind: 'complete' } };

describe('the socket of the whole agent', () => {
  it('goes through the network’s proxy in a tunnel, with the proxy’s password, as questions do', async () => {
    await start();
    const environment = { HTTP_PROXY: proxy.url.replace('http://', 'http://me:p%40ss@') };
    expect(await answer('http://chat.example.test:8080', environment)).toMatchObject(HELLO);
    expect(server.sids).toHaveLength(1);
    expect(proxy.asked).toContain('CONNECT chat.example.test:8080');
    expect(new Set(proxy.authorizations)).toEqual(new Set([`Basic ${btoa('me:p@ss')}`]));
  });

  it('goes straight where NO_PROXY says so, and to this machine', async () => {
    const port = await start();
    const lookup: LookupFunction = (_host, options, found) => {
      if (options.all) found(null, [{ address: '127.0.0.1', family: 4 }]);
      else found(null, '127.0.0.1', 4);
    };
    const environment = { ALL_PROXY: proxy.url, NO_PROXY: '.example.test' };
    expect(await answer(`http://chat.example.test:${port}`, environment, lookup)).toMatchObject(HELLO);
    expect(await probeAgentSocket(server.url, TOKEN, {}, environment)).toMatchObject({ ok: true });
    expect(proxy.asked).toEqual([]);
  });

  it('is tried through the proxy by the doctor too, encrypted where Open WebUI is', async () => {
    await start();
    const environment = { HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url };
    expect(await probeAgentSocket('http://chat.example.test/below', TOKEN, {}, environment)).toMatchObject({
      ok: true,
    });
    expect(server.upgradedPaths[0]).toMatch(/^\/below\/ws\/socket\.io\//);
    // What is behind the tunnel speaks no TLS; that it was asked for, and nothing in clear, is what is to be seen.
    expect(await probeAgentSocket('https://chat.example.test', TOKEN, {}, environment)).toMatchObject({ ok: false });
    expect(proxy.asked).toEqual(['CONNECT chat.example.test:80', 'CONNECT chat.example.test:443']);
    expect(server.sids).toHaveLength(1);
  });
});
