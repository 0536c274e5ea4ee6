import { expect, it } from 'vitest';
import { findProxies } from './find-proxies.ts';

it.each([
  [{ server: 'nginx/1.22.1' }, ['nginx']],
  [{ server: 'openresty' }, ['nginx-proxy-manager']],
  [{ server: 'Caddy' }, ['caddy']],
  [{ server: 'uvicorn', via: '1.1 Caddy' }, ['caddy']],
  [{ server: 'cloudflare', 'cf-ray': '8f-CDG' }, ['cloudflare']],
  // Behind Cloudflare, Caddy still says that it passed the reply on.
  [{ server: 'cloudflare', 'cf-ray': '8f-CDG', via: '1.1 Caddy' }, ['cloudflare', 'caddy']],
  [{ server: 'Apache/2.4.62 (Debian)' }, ['apache']],
  [{ server: 'uvicorn' }, []],
  [{}, []],
])('recognises %j', (headers: Record<string, string>, proxies) => {
  expect(findProxies(headers)).toEqual(proxies);
});
