/** Whether an Origin is the very address that a request itself came to. */

/** The hosts a request came to: as sent, and as a trusted proxy says it was sent. */
export function ownHosts(header: (name: string) => string | undefined, trustedPeer: boolean): (string | undefined)[] {
  return [header('host'), trustedPeer ? header('x-forwarded-host') : undefined];
}

export function isOwnOrigin(origin: string, hosts: readonly (string | undefined)[]): boolean {
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return hosts.some((own) => own !== undefined && sameHost(own, host));
}

/** `example.com:443` and `example.com` are one address; a URL's `host` leaves default ports out. */
export function sameHost(header: string, host: string): boolean {
  return header.toLowerCase() === host || header.toLowerCase().replace(/:(80|443)$/, '') === host;
}
