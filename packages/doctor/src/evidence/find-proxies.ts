/** Who stands in front, as far as the headers of a reply tell. Traefik and HAProxy say nothing of themselves. */
export type ProxyName = 'nginx' | 'nginx-proxy-manager' | 'caddy' | 'cloudflare' | 'apache';

const SIGNS: readonly [proxy: ProxyName, isThere: (headers: Record<string, string>) => boolean][] = [
  ['cloudflare', (headers) => headers['cf-ray'] !== undefined || /cloudflare/i.test(headers.server ?? '')],
  // Nginx Proxy Manager is built on OpenResty, which few others stand in front with.
  ['nginx-proxy-manager', ({ server = '' }) => /openresty/i.test(server)],
  ['nginx', ({ server = '' }) => /^nginx/i.test(server)],
  ['caddy', ({ server = '', via = '' }) => /caddy/i.test(`${server} ${via}`)],
  ['apache', ({ server = '' }) => /^apache/i.test(server)],
];

export function findProxies(headers: Record<string, string>): ProxyName[] {
  return SIGNS.flatMap(([proxy, isThere]) => (isThere(headers) ? [proxy] : []));
}
