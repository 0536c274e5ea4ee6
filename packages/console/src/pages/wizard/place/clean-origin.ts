/** What somebody types or pastes as “my website”, as an origin. Pure. */

export type CleanedOrigin =
  /** `isShortened`: more was pasted than counts. */
  | { kind: 'origin'; origin: string; isShortened: boolean }
  | { kind: 'problem'; problem: 'empty' | 'not-an-address' | 'has-password' | 'wrong-scheme' };

/** @param text an address with or without `https://`, of a website or of one of its pages */
export function cleanOrigin(text: string): CleanedOrigin {
  const trimmed = text.trim().replace(/^["'<]+|["'>,;]+$/g, '');
  if (trimmed === '') return { kind: 'problem', problem: 'empty' };
  if (/\s/.test(trimmed)) return { kind: 'problem', problem: 'not-an-address' };
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed);
  const url = addressOf(hasScheme ? trimmed : `${isThisComputer(trimmed) ? 'http' : 'https'}://${trimmed}`);
  if (!url) return { kind: 'problem', problem: 'not-an-address' };
  if (url.username !== '' || url.password !== '') return { kind: 'problem', problem: 'has-password' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { kind: 'problem', problem: 'wrong-scheme' };
  if (!isHostName(url.hostname)) return { kind: 'problem', problem: 'not-an-address' };
  const isShortened = url.pathname !== '/' || url.search !== '' || url.hash !== '';
  return { kind: 'origin', origin: url.origin, isShortened };
}

/** The same origin with `www.` or without, which visitors use as well; none where nobody would. */
export function twinOrigin(origin: string): string | undefined {
  const { protocol, hostname, port } = new URL(origin);
  if (hostname.includes('*') || !hostname.includes('.') || /^[\d.]+$/.test(hostname) || hostname.startsWith('['))
    return undefined;
  const parts = hostname.split('.');
  const end = port === '' ? '' : `:${port}`;
  if (parts[0] === 'www') return `${protocol}//${parts.slice(1).join('.')}${end}`;
  // `shop.example.com` has no twin; `example.com` and `example.co.uk` have.
  const isWhole = parts.length === 2 || (parts.length === 3 && (parts[1]?.length ?? 0) <= 3);
  return isWhole ? `${protocol}//www.${hostname}${end}` : undefined;
}

/** Nobody outside can reach these names. */
export function isThisComputer(address: string): boolean {
  const host = address.replace(/^[a-z]+:\/\//i, '').split(/[/:?#]/, 1)[0] ?? '';
  return host === 'localhost' || host.endsWith('.localhost') || /^127\./.test(host) || address.includes('[::1]');
}

function addressOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function isHostName(hostname: string): boolean {
  return hostname === 'localhost' || hostname.startsWith('[') || /^[^.\s]+(\.[^.\s]+)+$/.test(hostname);
}
