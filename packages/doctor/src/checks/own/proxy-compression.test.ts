import type { TicksEvidence } from '../../evidence/evidence-map.ts';
import { checkTable } from '../../testing/check-table.ts';
import { failed } from '../../testing/evidence.ts';
import { proxyCompression } from './proxy-compression.ts';

const EVEN = Array.from({ length: 10 }, (_, place) => 30 + place * 100);
const AT_ONCE = EVEN.map(() => 940);
const none = { kind: 'none' } as const;
const outside = (arrivals: readonly number[], more: Partial<Extract<TicksEvidence, { kind: 'seen' }>> = {}) =>
  ({ kind: 'seen', arrivals, sent: EVEN, whole: true, proxies: [], ...more }) as const;
const inBrowser = (arrivals: readonly number[], encoding?: string) =>
  ({ kind: 'seen', arrivals, ...(encoding && { encoding }) }) as const;

/** What people have in front, in the usual order. */
const USUAL =
  'nginx {proxy_http_version 1.1; proxy_buffering off; gzip off; proxy_read_timeout 300s;}, nginxProxyManager {proxy_buffering off; gzip off; proxy_read_timeout 300s;}, traefik {traefik.http.middlewares.gzip.compress.excludedcontenttypes=text/event-stream}, caddy {reverse_proxy guichet:8787 {     flush_interval -1 }}, cloudflare';

checkTable(proxyCompression, [
  ['nothing was measured', { ticks: none, browserTicks: none }, 'skip noTicks'],
  ['the measured stream was not told', { ticks: failed('timeout'), browserTicks: none }, 'skip noTicks'],
  ['not packed', { ticks: outside(EVEN), browserTicks: none }, 'ok'],
  ['not packed for the browser', { ticks: none, browserTicks: inBrowser(EVEN) }, 'ok'],
  [
    'packed, and word by word',
    { ticks: outside(EVEN, { encoding: 'gzip' }), browserTicks: none },
    'info compressedFlowing(encoding gzip) | encoding gzip [public-address]',
  ],
  [
    'packed, and all at once',
    { ticks: outside(AT_ONCE, { encoding: 'gzip', proxies: ['apache'] }), browserTicks: none },
    `warn probable stream-buffered compressed(encoding gzip) | waits → proxy | stopCompression, apache {SetEnv no-gzip 1 ProxyPass / http://guichet:8787/ flushpackets=on}, ${USUAL} | encoding gzip [public-address]`,
  ],
  [
    'packed, and all at once in the browser',
    { ticks: outside(EVEN), browserTicks: inBrowser(AT_ONCE, 'br') },
    `warn probable stream-buffered compressed(encoding br) | waits → street | stopCompression, ${USUAL} | encoding br [browser]`,
  ],
  [
    'packed in the browser, and nothing else was measured',
    { ticks: none, browserTicks: inBrowser(AT_ONCE, 'br') },
    `warn probable stream-buffered compressed(encoding br) | waits → proxy | stopCompression, ${USUAL} | encoding br [browser]`,
  ],
  [
    'packed, and late on Guichet’s way to itself alone',
    { ticks: outside(AT_ONCE, { encoding: 'gzip' }), browserTicks: inBrowser(EVEN) },
    'info compressedFlowing(encoding gzip) | encoding gzip [public-address]',
  ],
]);
