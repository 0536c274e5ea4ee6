/** Somebody's website: serves the example page, on another origin than Guichet's. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface Shop {
  url: string;
  close(): Promise<void>;
}

const EXAMPLE = path.resolve(import.meta.dirname, '../../examples/plain-page/index.html');

/** The address that the example names and that a reader replaces by their own. */
const EXAMPLE_SERVER = 'http://localhost:8787';

/** @param guichetUrl asked at each request, because the shop stands before Guichet does */
export function startShop(guichetUrl: () => string): Promise<Shop> {
  return serve(() => ({ page: readFileSync(EXAMPLE, 'utf8').replaceAll(EXAMPLE_SERVER, guichetUrl()), headers: {} }));
}

/** A site without the chat, whose policy lets only its own scripts run. */
export function startStrictShop(): Promise<Shop> {
  const page = '<!doctype html><html lang="en"><title>A shop</title><body><p>Bread and cakes.</p></body></html>';
  return serve(() => ({ page, headers: { 'Content-Security-Policy': "default-src 'self'" } }));
}

/** Any page, asked for anew at each visit. */
export function startPage(page: () => string): Promise<Shop> {
  return serve(() => ({ page: page(), headers: {} }));
}

/** A site with the chat, whose policy lets scripts run that have the nonce `abc`, or whatever else it says. */
export function startShopWithPolicy(policy: string, guichetUrl: string): Promise<Shop> {
  const page = `<!doctype html><html lang="en"><title>Strict</title><script nonce="abc" src="${guichetUrl}/guichet.js" data-site="default"></script>`;
  return serve(() => ({ page, headers: { 'Content-Security-Policy': policy } }));
}

async function serve(answer: () => { page: string; headers: Record<string, string> }): Promise<Shop> {
  const server = createServer((_, response) => {
    const { page, headers } = answer();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
