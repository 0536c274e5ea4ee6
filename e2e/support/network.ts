/** The network between a browser and Guichet: passes bytes on, remembers those for the browser, and can be cut. */
import net from 'node:net';

export interface Network {
  /** Where the browser believes Guichet to be. */
  url: string;
  /** Every byte that went towards the browser. */
  received(): Buffer;
  /** Breaks every connection; new ones are refused until `mend`. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function startNetwork(target: string): Promise<Network> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<net.Socket>();
  const bytes: Buffer[] = [];
  let isCut = false;

  const server = net.createServer((browser) => {
    if (isCut) {
      browser.destroy();
      return;
    }
    const guichet = net.connect(Number(port), hostname);
    for (const socket of [browser, guichet]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    guichet.on('data', (piece: Buffer) => bytes.push(piece));
    browser.pipe(guichet);
    guichet.pipe(browser);
    browser.on('close', () => guichet.destroy());
    guichet.on('close', () => browser.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as net.AddressInfo;

  function destroyAll(): void {
    for (const socket of sockets) socket.destroy();
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    received: () => Buffer.concat(bytes),
    cut() {
      isCut = true;
      destroyAll();
    },
    mend() {
      isCut = false;
    },
    close() {
      destroyAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
