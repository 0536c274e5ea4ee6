/** Ways from a scene's replica to a reader: straight, or over a real socket. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect as connectSocket } from 'node:net';
import type { Connect, SceneReader } from './run-scene.ts';

/** Without a socket: what is written is there at once. */
export const connectStraight: Connect = async ({ shown }, cutAfter) => {
  let left = cutAfter;
  let isOpen = true;
  const listeners: (() => void)[] = [];
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    for (const listener of listeners) listener();
  };
  const write = (text: string) => {
    if (!isOpen) return;
    shown.feed(text.slice(0, left));
    left -= text.length;
    if (left < 0) close();
  };
  const response = {
    destroyed: false,
    writableLength: 0,
    writeHead: () => undefined,
    on: (event: string, listener: () => void) => event === 'close' && listeners.push(listener),
    write,
    end(text?: string) {
      if (text !== undefined) write(text);
      close();
    },
  };
  return { response: response as unknown as ServerResponse, arrived: async () => undefined, cut: close };
};

/** Over sockets of this machine. A connection is cut after so many bytes, in the middle of a character if need be. */
export async function connectBySockets(): Promise<{ connect: Connect; close: () => Promise<void> }> {
  const asked = new Map<string, (response: ServerResponse) => void>();
  let count = 0;
  const server: Server = createServer((request: IncomingMessage, response) => asked.get(request.url ?? '')?.(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  async function connect({ shown }: SceneReader, cutAfter: number) {
    const path = `/${count++}`;
    const response = new Promise<ServerResponse>((resolve) => asked.set(path, resolve));
    const socket = connectSocket(port, '127.0.0.1');
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => undefined);
    socket.write(`GET ${path} HTTP/1.0\r\n\r\n`);
    const decoder = new TextDecoder();
    let head = '';
    let left = cutAfter;
    let body = false;
    let heard = 0;
    socket.on('data', (bytes: Buffer) => {
      heard += bytes.length;
      let piece = bytes;
      if (!body) {
        head += bytes.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end === -1) return;
        body = true;
        piece = bytes.subarray(bytes.length - (head.length - end - 4));
      }
      shown.feed(decoder.decode(piece.subarray(0, Math.max(0, left)), { stream: true }));
      left -= piece.length;
      if (left < 0) socket.destroy();
    });
    const outgoing = await response;
    asked.delete(path);
    return {
      response: outgoing,
      /** Until nothing is left to send, and what was sent has been heard. */
      async arrived() {
        for (let quiet = 0; quiet < 2 && !socket.destroyed; ) {
          const before = heard;
          await new Promise((resolve) => setImmediate(resolve));
          quiet = heard === before && outgoing.writableLength === 0 ? quiet + 1 : 0;
        }
        if (outgoing.writableEnded) await closed;
      },
      cut: () => void socket.destroy(),
    };
  }

  return {
    connect,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
