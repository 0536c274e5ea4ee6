/** A connection in between that passes everything on, and notes when a request to stop a run came by. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface StopTap {
  url: string;
  /** Moments, in milliseconds since 1970. */
  readonly stops: readonly number[];
  close(): Promise<void>;
}

const STOP_REQUEST = /^POST \/api\/tasks\/chat\/\S+\/stop /;

export async function startStopTap(target: string): Promise<StopTap> {
  const { hostname, port } = new URL(target);
  const stops: number[] = [];
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (inner) => {
    const outer = connect({ port: Number(port), host: hostname, noDelay: true });
    for (const socket of [inner, outer]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        open.delete(socket);
        inner.destroy();
        outer.destroy();
      });
    }
    inner.on('data', (bytes) => {
      if (STOP_REQUEST.test(bytes.toString('latin1', 0, 300))) stops.push(Date.now());
      outer.write(bytes);
    });
    outer.on('data', (bytes) => inner.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stops,
    close() {
      for (const socket of [...open]) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
