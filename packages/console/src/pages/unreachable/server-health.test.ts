import { expect, it } from 'vitest';
import { askServerHealth } from './server-health.ts';

const answering =
  (body: string, status = 200): typeof fetch =>
  async () =>
    new Response(body, { status });

it('tells a server that cannot serve, and why, from one that can', async () => {
  const reasons = [{ code: 'storage-unavailable', detail: 'The storage cannot be written.' }];
  expect(await askServerHealth(answering(JSON.stringify({ ready: false, reasons }), 503))).toEqual({
    kind: 'alive',
    reasons,
  });
  expect(await askServerHealth(answering('{"ready":true,"reasons":[]}'))).toEqual({ kind: 'alive', reasons: [] });
});

it('tells silence from something else that answers', async () => {
  const silent: typeof fetch = async () => {
    throw new TypeError('Failed to fetch');
  };
  expect(await askServerHealth(silent)).toEqual({ kind: 'silent' });
  expect(await askServerHealth(answering('<h1>502 Bad Gateway</h1>', 502))).toEqual({ kind: 'other' });
  expect(await askServerHealth(answering('null'))).toEqual({ kind: 'other' });
});
