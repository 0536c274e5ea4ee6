import type { TicksEvidence } from '../../evidence/evidence-map.ts';
import { checkTable } from '../../testing/check-table.ts';
import { failed } from '../../testing/evidence.ts';
import { proxyBuffering } from './proxy-buffering.ts';

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

checkTable(proxyBuffering, [
  ['nothing was measured', { ticks: none, browserTicks: none }, 'skip noTicks'],
  ['the measured stream was not told', { ticks: failed('timeout'), browserTicks: none }, 'skip ticksUntold'],
  ['too few ticks', { ticks: outside([30, 800]), browserTicks: none }, 'skip ticksUntold'],
  [
    'word by word',
    { ticks: outside(EVEN), browserTicks: none },
    'ok | pieces 10 [public-address], spreadMs 900 [public-address]',
  ],
  [
    'word by word, in the browser too',
    { ticks: outside(EVEN), browserTicks: inBrowser(EVEN) },
    'ok | pieces 10 [public-address], spreadMs 900 [public-address], pieces 10 [browser], spreadMs 900 [browser]',
  ],
  [
    'all at once, at both places',
    { ticks: outside(AT_ONCE), browserTicks: inBrowser(AT_ONCE) },
    `warn certain stream-buffered ticksLate | waits → proxy | ${USUAL} | pieces 10 [public-address], spreadMs 0 [public-address], pieces 10 [browser], spreadMs 0 [browser]`,
  ],
  [
    'all at once, behind Caddy',
    { ticks: outside(AT_ONCE, { proxies: ['caddy'] }), browserTicks: none },
    'warn probable stream-buffered ticksLate | waits → proxy | caddy {reverse_proxy guichet:8787 {     flush_interval -1 }}, nginx {proxy_http_version 1.1; proxy_buffering off; gzip off; proxy_read_timeout 300s;}, nginxProxyManager {proxy_buffering off; gzip off; proxy_read_timeout 300s;}, traefik {traefik.http.middlewares.gzip.compress.excludedcontenttypes=text/event-stream}, cloudflare | pieces 10 [public-address], spreadMs 0 [public-address], server caddy [public-address]',
  ],
  [
    'all at once, because it is packed',
    { ticks: outside(AT_ONCE, { encoding: 'gzip' }), browserTicks: none },
    'skip explainedBy(id own/proxy-compression)',
  ],
  [
    'all at once, on Guichet’s way to itself alone',
    { ticks: outside(AT_ONCE), browserTicks: inBrowser(EVEN) },
    'info ticksLateInside | pieces 10 [public-address], spreadMs 0 [public-address], pieces 10 [browser], spreadMs 900 [browser]',
  ],
  [
    'all at once, behind the public address',
    { ticks: outside(EVEN), browserTicks: inBrowser(AT_ONCE) },
    'warn probable stream-buffered ticksLateOnStreet | waits → street | cloudflare, tryOtherNetwork | pieces 10 [public-address], spreadMs 900 [public-address], pieces 10 [browser], spreadMs 0 [browser]',
  ],
  [
    'all at once in the browser, and nothing else was measured',
    { ticks: none, browserTicks: inBrowser(AT_ONCE) },
    `warn probable stream-buffered ticksLateSomewhere | waits → proxy | ${USUAL} | pieces 10 [browser], spreadMs 0 [browser]`,
  ],
]);
