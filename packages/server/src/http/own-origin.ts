/** Whether an Origin is the very address that a request itself came to. */

/** The hosts a request came to: as sent, and as trusted proxies say it was sent; each of several adds its own. */
export function ownHosts(header: (name: string) => string | undefined, trustedPeer: boolean): (string | undefined)[] {
  const forwarded = trustedPeer ? header('x-forwarded-host') : undefined;
  return [header('host'), ...(forwarded?.split(',').map((host) => host.trim()) ?? [])];
}

export function isOwnOrigin(origin: string, hosts: readonly (string | undefined)[]): boolean {
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return hosts.some((own) => own !== undefined && sameHost(own, host));
}

/** `example.com:443` and `example.com` are one address, and so is `example.com.`; a URL's `host` leaves default ports out. */
export function sameHost(header: string, host: string): boolean {
  const [given, wanted] = [withoutLastDot(header.toLowerCase()), withoutLastDot(host)];
  return given === wanted || given.replace(/:(80|443)$/, '') === wanted;
}

/** Who types the name with the dot at its end is at the same server, under the same certificate. */
export function withoutLastDot(host: string): string {
  return host.replace(/\.(?=:\d{1,5}$|$)/, '');
}
