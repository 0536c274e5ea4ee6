import { isIP } from 'node:net';
import { isHostName } from '@guichet/contract/host-name';
import { withSingleScheme } from '@guichet/contract/single-scheme';
import { proxyFor, withoutOwnPath } from '@guichet/openwebui/client';
import type { AddressEvidence, SeenReply } from './evidence-map.ts';
import type { GatherContext, Gatherer } from './gather-context.ts';
import { isRecord } from './is-record.ts';
import { look } from './look-at-front.ts';

/** Only its first parts: whatever follows may be anything that was pasted. */
const MAX_PATH_SHOWN = 60;

export const gatherAddress: Gatherer<'address'> = async (context) => {
  const { input } = context;
  const address = readAddress(input.baseUrl);
  if (address.kind === 'missing' && input.settingsUnread) return undefined;
  if (address.kind !== 'address') return address;
  const proxied = { ...address, ...proxyOf(context, address.origin) };
  return address.path === '' ? proxied : knockBelow(context, proxied);
};

export function readAddress(text: string | undefined): AddressEvidence {
  const written = text?.trim() ?? '';
  if (written === '') return { kind: 'missing' };
  const single = withSingleScheme(written);
  if (single !== undefined) return withWrongScheme(written, URL.parse(single));
  const url = URL.parse(written);
  if (!url || !/^https?:$/.test(url.protocol) || !isHostName(url.hostname)) {
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
    base: url.origin,
    path: path.slice(0, MAX_PATH_SHOWN),
    isLoopback: isLoopback(host),
    isPrivate: isPrivate(host),
  };
}

function proxyOf({ tools }: GatherContext, origin: string): Pick<Address, 'proxy'> {
  const found = proxyFor(origin, tools.way.environment);
  const url = found && URL.parse(found.url);
  if (!found || !url) return {};
  const port = url.port === '' ? (DEFAULT_PORTS[url.protocol] ?? 80) : Number(url.port);
  return { proxy: { name: found.name, shown: found.shown, host: url.hostname.replace(/^\[|\]$/g, ''), port } };
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443, 'socks:': 1080, 'socks5:': 1080 };

type Address = Extract<AddressEvidence, { kind: 'address' }>;

/**
 * A proxy may have put Open WebUI below a path, and then the path belongs to its address. Its own start page answers
 * every unknown path with 200, so only a reply in its own words counts.
 */
async function knockBelow(
  context: GatherContext,
  address: Extract<AddressEvidence, { kind: 'address' }>,
): Promise<AddressEvidence> {
  const path = (URL.parse(context.input.baseUrl?.trim() ?? '')?.pathname ?? '').replace(/\/+$/, '');
  const kept = withoutOwnPath(path);
  const [below, atRoot] = await Promise.all([
    kept !== '' && answersAsOpenWebUi(context, address.origin + kept),
    answersAsOpenWebUi(context, address.origin),
  ]);
  const isWhole = address.path.replace(/\/+$/, '') === kept.slice(0, MAX_PATH_SHOWN);
  if (below) return { ...address, base: address.origin + kept, pathLeads: isWhole ? 'to-open-webui' : 'part-of-it' };
  if (atRoot) return { ...address, pathLeads: 'root-instead' };
  return { ...address, base: address.origin + kept, pathLeads: isWhole && kept !== '' ? 'nowhere' : 'part-of-it' };
}

async function answersAsOpenWebUi(context: GatherContext, base: string): Promise<boolean> {
  const seen = await Promise.all(
    ['/api/version', '/api/config', '/api/models'].map((path) => look(context, base + path)),
  );
  return seen.some(({ seen: one }) => one.kind === 'reply' && isItsReply(one.reply));
}

/** Its version or its configuration; or that one must sign in, in its words. */
function isItsReply({ status, json }: SeenReply): boolean {
  if (!isRecord(json)) return false;
  if (status === 200) return typeof json.version === 'string' || Array.isArray(json.data);
  return status === 401 && json.detail === 'Not authenticated';
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
