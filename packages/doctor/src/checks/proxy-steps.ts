/** What to write where, so that answers come through at once: the proxy that showed itself first. */
import type { ProxyName } from '../evidence/find-proxies.ts';
import type { FixStep } from '../verdict.ts';

type Place = ProxyName | 'traefik';

const STEPS: Readonly<Record<Place, FixStep>> = {
  nginx: {
    how: { key: 'nginx' },
    commands: ['proxy_http_version 1.1;', 'proxy_buffering off;', 'gzip off;', 'proxy_read_timeout 300s;'],
  },
  'nginx-proxy-manager': {
    how: { key: 'nginxProxyManager' },
    commands: ['proxy_buffering off;', 'gzip off;', 'proxy_read_timeout 300s;'],
  },
  traefik: {
    how: { key: 'traefik' },
    commands: ['traefik.http.middlewares.gzip.compress.excludedcontenttypes=text/event-stream'],
  },
  caddy: { how: { key: 'caddy' }, commands: ['reverse_proxy guichet:8787 {', '    flush_interval -1', '}'] },
  cloudflare: { how: { key: 'cloudflare' } },
  apache: {
    how: { key: 'apache' },
    commands: ['SetEnv no-gzip 1', 'ProxyPass / http://guichet:8787/ flushpackets=on'],
  },
};

/** Those that people have in front; Apache only where it was seen. */
const USUAL: readonly Place[] = ['nginx', 'nginx-proxy-manager', 'traefik', 'caddy', 'cloudflare'];

export function proxySteps(seen: readonly ProxyName[]): [FixStep, ...FixStep[]] {
  const order = new Set<Place>([...seen, ...USUAL]);
  const [first = STEPS.nginx, ...others] = [...order].map((place) => STEPS[place]);
  return [first, ...others];
}
