/** Whether one source of a Content-Security-Policy matches an address, as CSP 3 says (section 6.7.2). Pure. */

interface Host {
  scheme?: string;
  host: string;
  port?: string;
  path?: string;
}

export function matchesSource(source: string, address: string, pageUrl: string): boolean {
  const url = new URL(address);
  const page = new URL(pageUrl);
  if (source === '*') return isNetwork(url.protocol);
  if (source.toLowerCase() === "'self'") return isSelf(url, page);
  const scheme = /^([a-z][a-z0-9+.-]*):$/i.exec(source)?.[1];
  if (scheme !== undefined) return schemeMatches(`${scheme.toLowerCase()}:`, url.protocol);
  const host = readHost(source);
  return host !== undefined && hostMatches(host, url, page);
}

function isNetwork(protocol: string): boolean {
  return /^(https?|wss?):$/.test(protocol);
}

function isSelf(url: URL, page: URL): boolean {
  if (url.origin === page.origin) return true;
  // The same host by https counts as the page itself, at the ports that go without saying.
  return url.hostname === page.hostname && url.port === '' && page.port === '' && url.protocol === 'https:';
}

/** What is allowed by http is allowed by https. */
function schemeMatches(wanted: string, is: string): boolean {
  return wanted === is || (wanted === 'http:' && is === 'https:');
}

const HOST_SOURCE =
  /^(?:([a-z][a-z0-9+.-]*):\/\/)?((?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\*|\[[0-9a-f:.]+\])(?::(\d{1,5}|\*))?(\/[^?#]*)?$/i;

function readHost(source: string): Host | undefined {
  const [, scheme, host, port, path] = HOST_SOURCE.exec(source) ?? [];
  if (host === undefined) return undefined;
  return {
    ...(scheme !== undefined && { scheme: `${scheme.toLowerCase()}:` }),
    host: host.toLowerCase(),
    ...(port !== undefined && { port }),
    ...(path !== undefined && { path }),
  };
}

function hostMatches({ scheme, host, port, path }: Host, url: URL, page: URL): boolean {
  return (
    schemeMatches(scheme ?? page.protocol, url.protocol) &&
    nameMatches(host, url.hostname) &&
    portMatches(port, url) &&
    pathMatches(path, url.pathname)
  );
}

/** `*.example.com` is every name below, and not `example.com` itself. */
function nameMatches(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : pattern === name;
}

function portMatches(wanted: string | undefined, url: URL): boolean {
  if (wanted === undefined) return url.port === '';
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return wanted === '*' || wanted === port || (wanted === '80' && port === '443' && url.protocol === 'https:');
}

function pathMatches(wanted: string | undefined, path: string): boolean {
  if (wanted === undefined || wanted === '/') return true;
  const decoded = decode(wanted);
  return decoded.endsWith('/') ? decode(path).startsWith(decoded) : decode(path) === decoded;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
