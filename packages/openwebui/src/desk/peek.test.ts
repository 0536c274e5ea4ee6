import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { createDesk } from './desk.ts';
import { Secret } from './secret.ts';

let sent = 0;
let hungUp = false;
const server = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  if (request.url === '/cut') {
    response.write('[{"ema');
    setTimeout(() => response.end('il":"canary"},{"email":"canary"}]'), 20);
    return;
  }
  response.on('close', () => {
    hungUp = true;
  });
  const more = () => {
    while (!response.destroyed && sent < 200_000_000) {
      sent += 10_000;
      if (!response.write('"email":'.padEnd(10_000, 'x'))) return void response.once('drain', more);
    }
  };
  more();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const desk = createDesk({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
afterAll(async () => {
  await desk.close();
  server.closeAllConnections();
  server.close();
});
const look = { as: new Secret('token'), word: '"email":' };

it('finds a word that comes in two pieces, and counts each once', async () => {
  expect(await desk.peek({ ...look, path: '/cut', enough: 9 })).toMatchObject({ status: 200, isJson: true, count: 2 });
});

it('hangs up as soon as enough was seen', async () => {
  expect(await desk.peek({ ...look, path: '/endless', enough: 3 })).toMatchObject({ count: 3 });
  await expect.poll(() => hungUp).toBe(true);
  expect(sent).toBeLessThan(20_000_000);
});
