import { OpenAPIHono } from '@hono/zod-openapi';
import { expect, it } from 'vitest';
import { createClientAddresses } from '../limits/client-address.ts';
import type { SiteContext } from '../sites/site-context.ts';
import { originGuard } from './origin-guard.ts';
import { ProblemError } from './problem-response.ts';
import type { AppEnvironment } from './request-context.ts';

function guarded(allowedOrigins: readonly string[]) {
  const app = new OpenAPIHono<AppEnvironment>();
  const addresses = createClientAddresses(() => [], new Uint8Array(32));
  const site = { id: 'default', origins: allowedOrigins } as unknown as SiteContext;
  const rules = {
    siteOf: () => site,
    allowedOrigins: () => allowedOrigins,
    publicUrl: () => 'https://guichet.example.net',
    addresses,
  };
  app.use(originGuard(rules, { originWanted: true }));
  app.get('/', (context) => context.text('in'));
  app.onError((error, context) => context.text(error instanceof ProblemError ? error.code : 'broken', 403));
  return async (origin: string) => {
    const reply = await app.request('http://guichet.example.net/', { headers: { origin } });
    return reply.status === 200 ? reply.headers.get('access-control-allow-origin') : await reply.text();
  };
}

it('lets in every name below https://*.example.com, told by its own origin, and not the name itself', async () => {
  const ask = guarded(['https://*.example.com']);
  expect(await ask('https://shop.example.com')).toBe('https://shop.example.com');
  expect(await ask('https://a.b.example.com')).toBe('https://a.b.example.com');
  for (const origin of [
    'https://example.com',
    'http://shop.example.com',
    'https://badexample.com',
    'https://*.example.com',
  ]) {
    expect(await ask(origin), origin).toBe('origin-not-allowed');
  }
});
