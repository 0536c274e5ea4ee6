import { afterEach, expect, it } from 'vitest';
import { probeAgentSocket } from './probe-agent-socket.ts';
import { type ScriptedSocketServer, scriptedSocketServer } from './scripted-socket-server.ts';

let server: ScriptedSocketServer;
afterEach(() => server.close());

it('tells a session that is taken', async () => {
  server = await scriptedSocketServer();
  expect(await probeAgentSocket(server.url, 'token')).toEqual({ ok: true, value: 'joined' });
});

it('tells one that is not', async () => {
  server = await scriptedSocketServer({ joins: () => false });
  expect(await probeAgentSocket(server.url, 'token')).toMatchObject({ failure: { cause: 'session-token-rejected' } });
});

it('tells an upgrade that is refused, by whom it may be', async () => {
  server = await scriptedSocketServer({ upgradeStatus: 502 });
  expect(await probeAgentSocket(server.url, 'token')).toMatchObject({
    ok: false,
    failure: { phase: 'connect', status: 502, raw: 'websocket upgrade refused: the answer was 502 instead of 101' },
  });
});

it('tells a server that is not there', async () => {
  server = await scriptedSocketServer();
  await server.close();
  expect(await probeAgentSocket(server.url, 'token')).toMatchObject({ failure: { cause: 'connection-refused' } });
});
