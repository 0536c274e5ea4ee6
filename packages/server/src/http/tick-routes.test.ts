/** How many may measure at once. The ticks are so far apart here that a stream stays open until it is left. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { OpenAPIHono } from '@hono/zod-openapi';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError, problemResponse, toProblem } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';
import { tickRoutes } from './tick-routes.ts';

const PER_ADDRESS = 2;
const AT_A_TIME = 3;

let server: Server;
let url: string;

beforeEach(async () => {
  const app = new OpenAPIHono<AppEnvironment>();
  app.use(async (context, next) => {
    const address = context.req.header('x-from') ?? 'a';
    context.set('client', { address, networks: [{ key: address, times: 1 }] });
    context.set('crossOrigin', {});
    await next();
  });
  app.onError((error) => {
    if (!(error instanceof ProblemError)) throw error;
    return problemResponse(toProblem(error.code, 'en'));
  });
  tickRoutes(app, { perAddress: PER_ADDRESS, atATime: AT_A_TIME, everyMs: 3_600_000 });
  server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/ticks`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function measure(from: string): Promise<{ status: number; code?: string; leave: () => Promise<void> }> {
  const response = await fetch(url, { headers: { 'x-from': from } });
  const leave = async () => void (await response.body?.cancel());
  if (response.status === 200) return { status: 200, leave };
  return { status: response.status, code: ((await response.json()) as { code: string }).code, leave };
}

describe('the measured stream', () => {
  it('is given a few times to one address, and again when one has left', async () => {
    const first = await measure('a');
    await measure('a');
    expect(await measure('a')).toMatchObject({ status: 429, code: 'too-many-measurements' });
    expect((await measure('b')).status).toBe(200);
    await first.leave();
    await vi.waitFor(async () => expect((await measure('a')).status).toBe(200), { timeout: 20_000 });
  });

  it('is given a bounded number of times to all together', async () => {
    const open = await Promise.all(['a', 'b', 'c'].map(measure));
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await measure('d')).toMatchObject({ status: 503, code: 'server-busy' });
    await open[0]?.leave();
    await vi.waitFor(async () => expect((await measure('d')).status).toBe(200), { timeout: 20_000 });
  });
});
