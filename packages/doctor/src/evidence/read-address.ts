import { isIP } from 'node:net';
import { withSingleScheme } from '@guichet/contract/single-scheme';
import type { AddressEvidence } from './evidence-map.ts';
import type { Gatherer } from './gather-context.ts';

export const gatherAddress: Gatherer<'address'> = async ({ input }) => {
  const address = readAddress(input.baseUrl);
  return address.kind === 'missing' && input.settingsUnread ? undefined : address;
};

export function readAddress(text: string | undefined): AddressEvidence {
  const written = text?.trim() ?? '';
  if (written === '') return { kind: 'missing' };
  const single = withSingleScheme(written);
  if (single !== undefined) return withWrongScheme(written, URL.parse(single));
  const url = URL.parse(written);
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    return { kind: 'malformed', noProtocol: wouldBeAddress(written), holdsPassword: false };
  }
  if (url.username !== '' || url.password !== '') return { kind: 'malformed', noProtocol: false, holdsPassword: true };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'https:';
  const path = `${url.pathname === '/' ? '' : url.pathname}${url.search}${url.hash}`;
  return {
    kind: 'address',
    origin: url.origin,
    host,
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    secure,
    // Only its first parts: whatever follows may be anything that was pasted.
    path: path.slice(0, 60),
    isLoopback: isLoopback(host),
    isPrivate: isPrivate(host),
  };
}

/** Read as it is written, `https` would be the host's name, and the doctor would look for a server of that name. */
function withWrongScheme(written: string, meant: URL | null): AddressEvidence {
  const holdsPassword = meant !== null && (meant.username !== '' || meant.password !== '');
  const isTwice = /^https?:/i.test(written);
  const origin = meant === null || holdsPassword ? {} : { meant: meant.origin };
  return { kind: 'malformed', noProtocol: false, holdsPassword, isTwice, ...origin };
}

/** `chat.example.com:3000` is read as a protocol "chat.example.com". */
function wouldBeAddress(written: string): boolean {
  return !written.includes('://') && /^[\w.-]+(:\d+)?(\/|$)/.test(written) && URL.canParse(`https://${written}`);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\./.test(host);
}

/** A name without a dot is a container's or a machine's in one's own network. */
function isPrivate(host: string): boolean {
  if (isLoopback(host)) return true;
  if (isIP(host) === 0) return !host.includes('.') || /\.(local|internal|lan|home\.arpa)$/.test(host);
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|f[cd]|fe80:)/i.test(host);
}
