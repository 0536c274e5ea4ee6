/**
 * Whether the site shows pictures from there: by https, at its usual port, from a host of the list, in which
 * `*.example.com` is every name below.
 */
export function mayShowPicture(address: string, hosts: readonly string[] = []): boolean {
  const host = /^https:\/\/([^/?#]+)/.exec(address)?.[1] ?? '';
  return hosts.some((one) => (one.startsWith('*') ? host.endsWith(one.slice(1)) : host === one));
}
