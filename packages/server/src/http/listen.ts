import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Settings } from '../settings/read-settings.ts';
import type { AppEnvironment } from './request-context.ts';

/** A client that never finishes its request must not hold a connection for ever. */
const REQUEST_TIMEOUT_MS = 30_000;

/** @returns the server and the port it got, which is another one than asked for where that was 0 */
export async function listen(
  { fetch }: Pick<OpenAPIHono<AppEnvironment>, 'fetch'>,
  settings: Pick<Settings, 'port' | 'host'>,
) {
  const server = createAdaptorServer({
    fetch,
    serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port.value, settings.host.value, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}
