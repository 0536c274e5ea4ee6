/**
 * A stand-in Open WebUI for tests and for a first look: accounts, keys, session tokens, switches and grants behave as
 * in the real server, errors included, by version. Everything is in memory.
 *
 * @example
 * const practice = await startPractice({ version: '0.11.4' });
 * const account = practice.state.addAccount();
 * const key = practice.state.makeKey(account);
 * await fetch(`${practice.url}/api/models`, { headers: { authorization: `Bearer ${key}` } });
 * await practice.close();
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerCall } from './answer-call.ts';
import { createWorld } from './create-world.ts';
import { readCall } from './http/read-call.ts';
import { sendCrash, sendReply } from './http/send-reply.ts';
import type { PracticeOptions } from './practice-options.ts';
import { PracticeState } from './practice-state.ts';
import type { World } from './world.ts';

/** How many requests are remembered for tests; older ones are forgotten, so that a long run does not fill the memory. */
const RECEIVED_COUNT = 500;

export interface PracticeServer {
  /** Without a slash at the end. */
  url: string;
  version: string;
  state: PracticeState;
  /** Breaks running answers off and frees the port. */
  close(): Promise<void>;
}

export async function startPractice(options: PracticeOptions = {}): Promise<PracticeServer> {
  const stop = new AbortController();
  const world = createWorld(options, stop.signal);
  const server = createServer((request, response) => void serve(request, response, world));
  server.on('upgrade', (request, stream, head) => {
    if (!world.sockets.upgrade(request, stream, head, world)) stream.destroy();
  });
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    version: world.version,
    state: new PracticeState(world),
    close: () =>
      new Promise((resolve) => {
        stop.abort();
        world.sockets.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
  const startedMs = performance.now();
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  try {
    const call = await readCall(request, gone.signal);
    world.received.push(call);
    if (world.received.length > RECEIVED_COUNT) world.received.shift();
    await sendReply(response, await answerCall(call, world), startedMs);
  } catch {
    // Whoever went away gets nothing; anything else is what a real server would call an internal error.
    if (gone.signal.aborted) response.destroy();
    else sendCrash(response);
  }
}
