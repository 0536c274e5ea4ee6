import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { createDesk } from './desk.ts';
import { Secret } from './secret.ts';

const seen: { method: string; headers: Record<string, unknown> }[] = [];
const server = createServer((request, response) => {
  seen.push({ method: request.method ?? '', headers: request.headers });
  if (request.url === '/reset') return void request.socket.resetAndDestroy();
  if (request.url === '/redirect') return void response.writeHead(302, { location: '/other' }).end();
  response.writeHead(400, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ detail: 'You sent canary-password and canary-token' }));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const desk = createDesk({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
afterAll(async () => {
  await desk.close();
  server.close();
});

it('sends no Authorization header when nobody asks', async () => {
  await desk.ask({ path: '/anything' });
  expect(seen.at(-1)?.headers).not.toHaveProperty('authorization');
});

it('takes what was sent in secret out of what it reports', async () => {
  const password = new Secret('canary-password');
  const reply = await desk.ask({ method: 'POST', path: '/x', as: new Secret('canary-token'), secrets: [password] });
  expect(reply.detail).toBe('You sent [secret] and [secret]');
  expect(JSON.stringify(reply.failure())).not.toContain('canary');
});

it('sends a change once, also when the connection breaks at once', async () => {
  const before = seen.length;
  const reply = await desk.ask({ method: 'POST', path: '/reset' });
  expect(reply.status).toBe(0);
  expect(reply.failure()).toMatchObject({ cause: 'connection-refused', phase: 'first-byte' });
  expect(seen.length - before).toBe(1);
});

it('never follows a redirect', async () => {
  const before = seen.length;
  expect((await desk.ask({ path: '/redirect', as: new Secret('canary-token') })).status).toBe(302);
  expect(seen.length - before).toBe(1);
});

it('says what is wrong with an address before anything is sent', async () => {
  const nowhere = createDesk({ baseUrl: 'https://chat.example.com/some/api' });
  expect((await nowhere.ask({ path: '/' })).failure()).toMatchObject({ cause: 'url-has-path', phase: 'connect' });
  await nowhere.close();
});
