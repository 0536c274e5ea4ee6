import { checkTable } from '../../testing/check-table.ts';
import { failed } from '../../testing/evidence.ts';
import { proxyTimeouts } from './proxy-timeouts.ts';

/** What people have in front, in the usual order. */
const USUAL =
  'nginx {proxy_http_version 1.1; proxy_buffering off; gzip off; proxy_read_timeout 300s;}, nginxProxyManager {proxy_buffering off; gzip off; proxy_read_timeout 300s;}, traefik {traefik.http.middlewares.gzip.compress.excludedcontenttypes=text/event-stream}, caddy {reverse_proxy guichet:8787 {     flush_interval -1 }}, cloudflare';

checkTable(proxyTimeouts, [
  ['nothing was measured', { ticks: { kind: 'none' } }, 'skip noTicks'],
  ['the measured stream was not told', { ticks: failed('timeout') }, 'skip noTicks'],
  [
    'it came to its end',
    { ticks: { kind: 'seen', arrivals: [30, 130], sent: [30, 130], whole: true, proxies: [] } },
    'info timeoutsUntold | pieces 2 [public-address]',
  ],
  [
    'somebody ended it',
    { ticks: { kind: 'seen', arrivals: [30, 130.6], sent: [30, 130], whole: false, proxies: ['caddy'] } },
    'warn probable timeout streamEnded | cutAnswers → proxy | caddy {reverse_proxy guichet:8787 {     flush_interval -1 }}, nginx {proxy_http_version 1.1; proxy_buffering off; gzip off; proxy_read_timeout 300s;}, nginxProxyManager {proxy_buffering off; gzip off; proxy_read_timeout 300s;}, traefik {traefik.http.middlewares.gzip.compress.excludedcontenttypes=text/event-stream}, cloudflare | pieces 2 (10) [public-address], replyMs 131 [public-address]',
  ],
  [
    'somebody ended it before it began',
    { ticks: { kind: 'seen', arrivals: [], sent: [], whole: false, proxies: [] } },
    `warn probable timeout streamEnded | cutAnswers → proxy | ${USUAL} | pieces 0 (10) [public-address], replyMs 0 [public-address]`,
  ],
]);
