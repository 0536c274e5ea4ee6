import { afterEach, expect, it, vi } from 'vitest';
import type { AgentSession } from '../chat-completion-types.ts';
import { createAgentConnection } from './agent-connection.ts';
import { type ScriptedSocketServer, type SocketScript, scriptedSocketServer } from './scripted-socket-server.ts';

let server: ScriptedSocketServer;
let closeAll: () => void = () => undefined;
afterEach(async () => {
  closeAll();
  await server.close();
});

async function start(script: SocketScript = {}, { reconnectMs = 5_000, tokens = ['token'] } = {}) {
  server = await scriptedSocketServer(script);
  let next = 0;
  const session: AgentSession = {
    token: async () => ({ ok: true, token: tokens[Math.min(next++, tokens.length - 1)] ?? '' }),
    refused() {},
  };
  const wanted = { is: true, untilThereIsASocket: false };
  const heard: unknown[] = [];
  const lost: string[] = [];
  const connection = createAgentConnection(
    {
      address: { origin: server.url, basePath: '' },
      session,
      timeouts: { connectMs: 2_000 },
      agentLimits: { joinMs: 2_000, eventBytes: 1_000, heartbeatMs: 10_000, reconnectMs },
      proxy: undefined,
      isWanted: () => wanted.is && !(wanted.untilThereIsASocket && server.sids.length > 0),
    },
    { onEvent: (event) => heard.push(event), onLost: (reason) => lost.push(reason) },
  );
  closeAll = connection.close;
  return { connection, wanted, heard, lost };
}

it('opens one socket, knows its session, and hears its events', async () => {
  const { connection, heard } = await start();
  expect([connection.isOpen(), connection.token()]).toEqual([false, '']);
  expect(await connection.open()).toMatchObject({ ok: true, socket: { id: 'socket-1' } });
  expect([connection.isOpen(), connection.token()]).toEqual([true, 'token']);
  server.emit({ hello: true });
  await vi.waitFor(() => expect(heard).toEqual([{ hello: true }]));
});

it('comes back after it was lost, with the session of that moment', async () => {
  const { connection, lost } = await start({}, { tokens: ['first', 'second'] });
  await connection.open();
  server.dropSockets();
  await vi.waitFor(() => expect(lost).toHaveLength(1));
  expect(connection.isOpen()).toBe(false);
  expect(await connection.openAgain()).toBe(true);
  expect([connection.isOpen(), connection.token(), server.sids.length]).toEqual([true, 'second', 2]);
});

it('tries for a while, ever more slowly, and then no more', async () => {
  const { connection } = await start({ upgradeStatus: 502 }, { reconnectMs: 1_200 });
  const started = performance.now();
  expect(await connection.openAgain()).toBe(false);
  // After 250 ms, and after 500 ms more; a third attempt would begin too late.
  expect(performance.now() - started).toBeGreaterThanOrEqual(700);
  expect(connection.isOpen()).toBe(false);
});

it('does not try again for an answer that is over', async () => {
  const { connection, wanted } = await start();
  wanted.is = false;
  expect(await connection.openAgain()).toBe(false);
  expect(server.sids).toEqual([]);
});

it('keeps no socket that came when it was not wanted any more', async () => {
  const { connection, wanted } = await start();
  const opening = connection.open();
  wanted.is = false;
  expect(await opening).toMatchObject({ ok: false });
  expect(connection.isOpen()).toBe(false);
});

it('keeps no socket that came back for an answer that ended meanwhile', async () => {
  const { connection, wanted } = await start();
  // From the moment on at which Open WebUI has made it, before it is known here.
  wanted.untilThereIsASocket = true;
  expect(await connection.openAgain()).toBe(false);
  expect(server.sids).toHaveLength(1);
  expect(connection.isOpen()).toBe(false);
});

it('gives up opening where it is cancelled', async () => {
  const { connection } = await start();
  const opening = connection.open();
  connection.cancel();
  expect(await opening).toMatchObject({ ok: false, refused: false });
});
