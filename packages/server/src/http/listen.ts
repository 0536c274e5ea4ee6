import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Settings } from '../settings/read-settings.ts';
import type { ConnectionGate } from '../traffic/connection-gate.ts';
import type { AppEnvironment } from './request-context.ts';
import { isHealthPath } from './request-guard.ts';

/** A client that never finishes its request’s headers must not hold a connection for ever. */
const HEADERS_TIMEOUT_MS = 30_000;

/** The same for a whole request. A file of some megabytes takes a phone with a weak signal so long. Beyond: 408. */
const REQUEST_TIMEOUT_MS = 120_000;

/** Connections the kernel keeps until we take them. Beyond: it lets newcomers try again after a second, and after three. */
const BACKLOG = 4_000;

/** @returns the server and the port it got, which is another one than asked for where that was 0 */
export async function listen(
  { fetch }: Pick<OpenAPIHono<AppEnvironment>, 'fetch'>,
  settings: Pick<Settings, 'port' | 'host'>,
  gate: ConnectionGate,
) {
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS },
    gate.listener(getRequestListener(fetch), (url) => isHealthPath(url.split('?', 1)[0] ?? '')),
  );
  gate.watch(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: settings.port.value, host: settings.host.value, backlog: BACKLOG }, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}
