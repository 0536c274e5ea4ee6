/**
 * For tests: a server that speaks as much of Socket.IO as our client uses (Engine.IO 4 over a WebSocket), and answers plain
 * requests as it is told to. It remembers what it was shown.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { SeenRequest } from '../scripted-upstream.ts';

export interface ScriptedSocketServer {
  url: string;
  seen: SeenRequest[];
  /** What sockets emitted, as `[name, argument]`. */
  emitted: [string, unknown][];
  /** What our client answered to events that asked for an answer. */
  acknowledged: unknown[];
  /** Ids of all sockets so far. */
  sids: string[];
  upgradedPaths: string[];
  /** To every socket, as `events`; with an id it asks for an answer. */
  emit(event: unknown, askId?: number): void;
  dropSockets(): void;
  close(): Promise<void>;
}

export interface SocketScript {
  /** Answers a plain request; by default a question is taken on as a task. */
  onRequest?: (response: ServerResponse, request: SeenRequest) => void;
  /** Whether a token may join. */
  joins?: (token: string) => boolean;
  /** Answers an upgrade with this status instead. */
  upgradeStatus?: number;
}

const WEBSOCKET_KEY_SUFFIX = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export async function scriptedSocketServer(script: SocketScript = {}): Promise<ScriptedSocketServer> {
  const seen: SeenRequest[] = [];
  const emitted: [string, unknown][] = [];
  const acknowledged: unknown[] = [];
  const sids: string[] = [];
  const upgradedPaths: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
    seen.push(one);
    (script.onRequest ?? takeOn)(response, one);
  });

  server.on('upgrade', (request, socket: Socket) => {
    if (script.upgradeStatus !== undefined) {
      socket.end(`HTTP/1.1 ${script.upgradeStatus} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    upgradedPaths.push(request.url ?? '');
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.write(handshake(request));
    const sid = `socket-${sids.length + 1}`;
    sids.push(sid);
    send(
      socket,
      `0${JSON.stringify({ sid: `engine-${sid}`, upgrades: [], pingInterval: 25_000, pingTimeout: 20_000 })}`,
    );
    const read = frameReader((text) => answer(socket, sid, text));
    socket.on('data', read);
  });

  function answer(socket: Socket, sid: string, text: string): void {
    if (text.startsWith('40')) {
      send(socket, `40${JSON.stringify({ sid })}`);
      return;
    }
    const match = /^4([23])(\d*)(\[.*)$/s.exec(text);
    if (!match) return;
    const given: unknown[] = JSON.parse(match[3] ?? '[]');
    if (match[1] === '3') {
      acknowledged.push(given[0]);
      return;
    }
    const [name, argument] = given;
    emitted.push([String(name), argument]);
    if (name !== 'user-join') return;
    const { token } = (argument as { auth: { token: string } }).auth;
    const who = script.joins?.(token) === false ? [] : [{ id: 'account', name: 'Account' }];
    send(socket, `43${match[2]}${JSON.stringify(who)}`);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    emitted,
    acknowledged,
    sids,
    upgradedPaths,
    emit(event, askId) {
      for (const socket of sockets) send(socket, `42${askId ?? ''}${JSON.stringify(['events', event])}`);
    },
    dropSockets() {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function takeOn(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ status: true, task_ids: ['task'] }));
}

function handshake(request: IncomingMessage): string {
  const key = `${request.headers['sec-websocket-key']}${WEBSOCKET_KEY_SUFFIX}`;
  const accept = createHash('sha1').update(key).digest('base64');
  const head = 'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n';
  return `${head}sec-websocket-accept: ${accept}\r\n\r\n`;
}

function send(socket: Socket, text: string): void {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126 ? Buffer.from([0x81, payload.length]) : Buffer.alloc(payload.length < 65_536 ? 4 : 10);
  if (payload.length >= 126) {
    head[0] = 0x81;
    if (payload.length < 65_536) {
      head[1] = 126;
      head.writeUInt16BE(payload.length, 2);
    } else {
      head[1] = 127;
      head.writeBigUInt64BE(BigInt(payload.length), 2);
    }
  }
  socket.write(Buffer.concat([head, payload]));
}

/** Short masked frames, which is all that a client of ours sends. */
function frameReader(onText: (text: string) => void): (bytes: Buffer) => void {
  let held = Buffer.alloc(0);
  return (bytes) => {
    held = Buffer.concat([held, bytes]);
    while (held.length >= 6) {
      const short = (held[1] ?? 0) & 0x7f;
      const start = short === 126 ? 8 : 6;
      const length = short === 126 ? held.readUInt16BE(2) : short;
      if (held.length < start + length) return;
      const mask = held.subarray(start - 4, start);
      const payload = held.subarray(start, start + length).map((byte, place) => byte ^ (mask[place % 4] ?? 0));
      const isText = ((held[0] ?? 0) & 0x0f) === 1;
      held = held.subarray(start + length);
      if (isText) onText(Buffer.from(payload).toString('utf8'));
    }
  };
}
