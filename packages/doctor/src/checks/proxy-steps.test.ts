import { expect, it } from 'vitest';
import type { ProxyName } from '../evidence/find-proxies.ts';
import { stepsLine } from '../testing/verdict-line.ts';
import { proxySteps } from './proxy-steps.ts';

const ROWS: readonly (readonly [readonly ProxyName[], string])[] = [
  [
    [],
    'nginx {proxy_http_version 1.1; proxy_buffering off; gzip off; proxy_read_timeout 300s;}, nginxProxyManager {proxy_buffering off; gzip off; proxy_read_timeout 300s;}, traefik {traefik.http.middlewares.gzip.compress.excludedcontenttypes=text/event-stream}, caddy {reverse_proxy guichet:8787 {     flush_interval -1 }}, cloudflare',
  ],
  [
    ['cloudflare', 'caddy'],
    'cloudflare, caddy {reverse_proxy guichet:8787 {     flush_interval -1 }}, nginx {proxy_http_version 1.1; proxy_buffering off; gzip off; proxy_read_timeout 300s;}, nginxProxyManager {proxy_buffering off; gzip off; proxy_read_timeout 300s;}, traefik {traefik.http.middlewares.gzip.compress.excludedcontenttypes=text/event-stream}',
  ],
  [
    ['apache'],
    'apache {SetEnv no-gzip 1 ProxyPass / http://guichet:8787/ flushpackets=on}, nginx {proxy_http_version 1.1; proxy_buffering off; gzip off; proxy_read_timeout 300s;}, nginxProxyManager {proxy_buffering off; gzip off; proxy_read_timeout 300s;}, traefik {traefik.http.middlewares.gzip.compress.excludedcontenttypes=text/event-stream}, caddy {reverse_proxy guichet:8787 {     flush_interval -1 }}, cloudflare',
  ],
];

it.each(ROWS)('of %j, the lines of what showed itself come first', (seen, line) => {
  expect(stepsLine(proxySteps(seen))).toBe(line);
});
