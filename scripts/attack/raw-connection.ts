/** A client that speaks HTTP by hand: sends what it likes, and reads only when it wants to. */
import { connect, type Socket } from 'node:net';

export interface RawConnection {
  readonly socket: Socket;
  /** Bytes read so far. */
  received(): string;
  isClosed(): boolean;
  send(text: string): void;
  close(): void;
}

/** @param options.reads false leaves everything unread */
export function rawConnection(port: number, options: { reads: boolean }): RawConnection {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  let closed = false;
  socket.on('error', () => undefined);
  socket.once('close', () => {
    closed = true;
  });
  if (options.reads) {
    socket.on('data', (piece: Buffer) => {
      if (text.length < 64 * 1024) text += piece.toString('latin1');
    });
  }
  return {
    socket,
    received: () => text,
    isClosed: () => closed,
    send(more) {
      if (!closed && !socket.destroyed) socket.write(more);
    },
    close: () => socket.destroy(),
  };
}

export interface RequestLine {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

export function requestText({ path, method = 'GET', headers = {}, body }: RequestLine): string {
  const all = {
    Host: '127.0.0.1',
    ...headers,
    ...(body !== undefined && { 'Content-Type': 'application/json', 'Content-Length': String(body.length) }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`;
}
