/** For tests: a server in between that passes bytes on, and can drop the sockets or refuse them. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface SocketProxy {
  url: string;
  /** Connections so far that asked for an upgrade. */
  readonly upgrades: number;
  /** Drops every upgraded connection that is open. */
  dropSockets(): void;
  close(): Promise<void>;
}

const REFUSAL = 'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n';

/** @param refusesUpgrades as proxies do that were not told of sockets */
export async function startSocketProxy(target: string, { refusesUpgrades = false } = {}): Promise<SocketProxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const upgraded = new Set<Socket>();
  let upgrades = 0;
  const server = createServer((inner) => {
    const outer = connect(Number(port), hostname);
    for (const socket of [inner, outer]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        open.delete(socket);
        upgraded.delete(socket);
        inner.destroy();
        outer.destroy();
      });
    }
    inner.on('data', (bytes) => {
      if (/^upgrade: websocket/im.test(bytes.toString('latin1', 0, 4_096))) {
        upgrades++;
        upgraded.add(inner);
        if (refusesUpgrades) {
          inner.end(REFUSAL);
          return;
        }
      }
      outer.write(bytes);
    });
    outer.on('data', (bytes) => inner.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get upgrades() {
      return upgrades;
    },
    dropSockets() {
      for (const socket of [...upgraded]) socket.destroy();
    },
    close() {
      for (const socket of [...open]) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
