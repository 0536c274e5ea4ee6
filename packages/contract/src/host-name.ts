/**
 * Whether a host that the URL parser let through can be anybody's: it accepts `chat.example.com;` and
 * `a.example,https`, which are what stands around an address in a list or a sentence.
 * @param host as `URL.hostname` gives it, in small letters and with brackets around IPv6
 */
export function isHostName(host: string): boolean {
  if (host.startsWith('[')) return true;
  // A single word is a container's name in one's own network; names in Docker may have underscores.
  return /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*\.?$/.test(host);
}
