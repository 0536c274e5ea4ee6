import { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CONNECTION_LIMITS, ConnectionGate, type ConnectionLimits } from './connection-gate.ts';

let server: Server | undefined;
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server?.closeAllConnections();
  server?.close();
});

async function start(begin: RequestListener, limits: Partial<ConnectionLimits> = {}): Promise<ConnectionGate> {
  const gate = new ConnectionGate({ ...CONNECTION_LIMITS, connections: 100, ...limits });
  server = createServer(gate.listener(begin, (url) => url === '/healthz'));
  gate.watch(server);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return gate;
}

interface Client {
  socket: Socket;
  read: () => string;
  closed: () => boolean;
}

function client(options: { reads: boolean } = { reads: true }): Client {
  const socket = connect(portOf(server), '127.0.0.1');
  let text = '';
  let closed = false;
  sockets.push(socket);
  socket.on('error', () => undefined);
  socket.once('close', () => {
    closed = true;
  });
  if (options.reads) {
    socket.on('data', (piece) => {
      text += piece;
    });
  }
  return { socket, read: () => text, closed: () => closed };
}

function portOf(listening: Server | undefined): number {
  const address = listening?.address();
  if (!address || typeof address === 'string') throw new Error('It does not listen.');
  return address.port;
}

const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;

it('begins one request of a connection at a time, in their order', async () => {
  const open: ServerResponse[] = [];
  const begun: string[] = [];
  await start((incoming, outgoing) => {
    begun.push(incoming.url ?? '');
    open.push(outgoing);
  });
  const { socket, read } = client();
  socket.write(['/a', '/b', '/c'].map(request).join(''));
  for (const path of ['/a', '/b', '/c']) {
    await expect.poll(() => begun.at(-1)).toBe(path);
    expect(open).toHaveLength(1);
    open.pop()?.end(path);
  }
  await expect.poll(() => read().match(/\/[abc]/g)).toEqual(['/a', '/b', '/c']);
});

it('takes a body that comes later than the answer before it', async () => {
  const bodies: string[] = [];
  await start(async (incoming, outgoing) => {
    let body = '';
    for await (const piece of incoming) body += piece;
    bodies.push(body);
    outgoing.end('ok');
  });
  const { socket, read } = client();
  const post = (length: number) => `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n\r\n`;
  socket.write(`${post(5)}first${post(6)}sec`);
  await expect.poll(() => bodies).toEqual(['first']);
  socket.write(`ond${post(3)}end`);
  await expect.poll(() => bodies).toEqual(['first', 'second', 'end']);
  await expect.poll(() => read().match(/200 OK/g)?.length).toBe(3);
});

it('begins nothing while what was written is unread, and closes who takes nothing for too long', async () => {
  let begun = 0;
  const gate = await start(
    (_, outgoing) => {
      begun++;
      outgoing.end('x'.repeat(16 * 1024 * 1024));
    },
    { progressWithinMs: 1_000 },
  );
  const { socket } = client({ reads: false });
  socket.write(request('/').repeat(20));
  await expect.poll(() => gate.unreadBytes).toBeGreaterThan(0);
  expect(begun).toBe(1);
  await expect.poll(() => gate.openConnections, { timeout: 10_000 }).toBe(0);
  expect(begun).toBe(1);
});

it('leaves a slow reader alone as long as it takes something', async () => {
  const gate = await start((_, outgoing) => void outgoing.end('x'.repeat(12 * 1024 * 1024)), {
    progressWithinMs: 1_500,
    progressBytes: 1_000,
  });
  const { socket, read, closed } = client({ reads: false });
  socket.write(request('/'));
  await expect.poll(() => gate.unreadBytes).toBeGreaterThan(0);
  let taken = 0;
  socket.on('readable', () => undefined);
  const sip = setInterval(() => {
    taken += (socket.read(Math.min(socket.readableLength, 512 * 1024)) as Buffer | null)?.length ?? 0;
  }, 50);
  await expect.poll(() => taken, { timeout: 30_000 }).toBeGreaterThan(12 * 1024 * 1024);
  clearInterval(sip);
  expect(closed()).toBe(false);
  expect(read()).toBe('');
});

it('closes a connection that sends too many ahead, and lets its parser be used again', async () => {
  let begun = 0;
  await start(
    (_, outgoing) => {
      begun++;
      outgoing.end('ok');
    },
    { requestsAhead: 5 },
  );
  for (let round = 0; round < 3; round++) {
    const greedy = client();
    greedy.socket.write(request('/').repeat(500));
    await expect.poll(() => greedy.closed()).toBe(true);
  }
  const before = begun;
  expect(before).toBeLessThan(30);
  for (let round = 0; round < 10; round++) {
    const modest = client();
    modest.socket.write(request('/').repeat(5));
    await expect.poll(() => modest.read().match(/200 OK/g)?.length).toBe(5);
  }
});

it('answers what is urgent while a crowd waits for its turn', async () => {
  const waiting: ServerResponse[] = [];
  await start((incoming, outgoing) => {
    if (incoming.url === '/healthz') outgoing.end('ok');
    else waiting.push(outgoing);
  });
  for (let count = 0; count < 20; count++) client().socket.write(request('/slow'));
  const urgent = client();
  urgent.socket.write(request('/healthz'));
  await expect.poll(() => urgent.read()).toContain('200 OK');
  // Those that wait for something else than our thread keep nobody from their turn.
  await expect.poll(() => waiting.length).toBe(20);
});

it('makes room for a newcomer: first what is idle, then the oldest of the address that has most', async () => {
  const answering: ServerResponse[] = [];
  const gate = await start((_, outgoing) => void answering.push(outgoing), { connections: 3 });
  const idle = client();
  await expect.poll(() => gate.openConnections).toBe(1);
  const [first, second] = [client(), client()];
  for (const { socket } of [first, second]) {
    socket.write(request('/'));
    await expect.poll(() => answering.length).toBe([first, second].findIndex((each) => each?.socket === socket) + 1);
  }
  const third = client();
  third.socket.write(request('/'));
  await expect.poll(() => answering.length).toBe(3);
  await expect.poll(() => idle.closed()).toBe(true);
  client().socket.write(request('/'));
  await expect.poll(() => answering.length).toBe(4);
  await expect.poll(() => first?.closed()).toBe(true);
  expect(gate.openConnections).toBe(3);
});

describe('while a crowd comes in', () => {
  const rounds = async (count: number, inEach: () => void) => {
    for (let round = 0; round < count; round++) {
      inEach();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  function crowd() {
    const begun: string[] = [];
    const gate = new ConnectionGate({ ...CONNECTION_LIMITS, connections: 1_000 });
    const door = new EventEmitter() as Server;
    const listener = gate.listener(
      (incoming, outgoing) => {
        begun.push(incoming.url ?? '');
        outgoing.emit('close');
      },
      (url) => url === '/healthz',
    );
    gate.watch(door);
    const arrive = () => {
      const socket = Object.assign(new EventEmitter(), { remoteAddress: '192.0.2.1', writableLength: 0 });
      door.emit('connection', socket);
      return socket;
    };
    const ask = (url: string) => {
      const incoming = { url, socket: arrive(), complete: true, headers: {} };
      const outgoing = Object.assign(new EventEmitter(), { writeHead: () => outgoing });
      listener(incoming as unknown as IncomingMessage, outgoing as unknown as ServerResponse);
    };
    return { begun, arrive, ask, leave: () => door.emit('close') };
  }

  it('lets it in before more work is begun, and answers what is urgent', async () => {
    const { begun, arrive, ask, leave } = crowd();
    for (let count = 0; count < 10; count++) ask('/work');
    await rounds(20, arrive);
    expect(begun).toEqual([]);
    ask('/healthz');
    expect(begun).toEqual(['/healthz']);
    await expect.poll(() => begun.length).toBe(11);
    leave();
  });

  it('that never ends keeps nobody from their turn', async () => {
    const { begun, arrive, ask, leave } = crowd();
    for (let count = 0; count < 10; count++) ask('/work');
    let now = performance.now();
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 20));
    await rounds(200, arrive);
    clock.mockRestore();
    expect(begun.length).toBe(10);
    leave();
  });
});
