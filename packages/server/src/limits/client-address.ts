/** From which address a request really came, and the block that stands for "the same network". */
import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** An IPv6 customer commonly holds a /64 and can use any address in it. IPv4 addresses are counted one by one. */
const IPV6_BITS = 64;

/** A /56 may do this many times what one /64 may do, for its 256 of them together: many customers get one. */
const TIMES_OF_56 = 4;

/** The same for a /48, which holds 65,536 of them and which anybody can get. */
const TIMES_OF_48 = 16;

const WIDER_IPV6_NETWORKS = [
  { bits: 56, times: TIMES_OF_56 },
  { bits: 48, times: TIMES_OF_48 },
];

/** One of the networks a client is in. */
export interface Network {
  /** A pseudonym: the same for the same network, and no way back without the key. */
  key: string;
  /** How many times what is allowed to the narrowest network it may do. */
  times: number;
}

/** Hops beyond this are not read; a longer list is an attempt to hide. */
const MAX_FORWARDED_HOPS = 20;

export interface ClientAddresses {
  /** Whether the direct peer is a proxy whose forwarded headers are believed. */
  trusts(peer: string | undefined): boolean;
  /** The nearest address that is not one of our proxies. */
  clientOf(peer: string | undefined, forwardedFor: string | undefined): string;
  /** The networks the client is in, the narrowest first. */
  networksOf(client: string): [Network, ...Network[]];
}

export interface ClientAddressOptions {
  /** Told when a trusted proxy's list could not be read: whoever came through it counts as one network. */
  onUnreadable?: (hop: string) => void;
}

/** @param trustedProxies ranges in CIDR notation, asked each time: they can change while the server runs */
export function createClientAddresses(
  trustedProxies: () => readonly string[],
  pseudonymKey: Uint8Array,
  options: ClientAddressOptions = {},
): ClientAddresses {
  let written: readonly string[] = [];
  let ranges: [Address, number][] = [];

  function currentRanges(): [Address, number][] {
    const now = trustedProxies();
    if (now !== written) ranges = now.map((range) => ipaddr.parseCIDR(range));
    written = now;
    return ranges;
  }

  const isTrusted = (address: Address) =>
    currentRanges().some(([base, bits]) => address.kind() === base.kind() && address.match(base, bits));

  function trusts(peer: string | undefined): boolean {
    const address = parse(peer);
    return address !== undefined && isTrusted(address);
  }

  function clientOf(peer: string | undefined, forwardedFor: string | undefined): string {
    let nearest = parse(peer);
    if (!nearest) return 'unknown';
    const hops = (forwardedFor ?? '').split(',').slice(-MAX_FORWARDED_HOPS).reverse();
    for (const hop of hops) {
      if (!isTrusted(nearest)) break;
      const further = parseHop(hop);
      // The last believable one counts: it may be the proxy itself, and everybody beyond it one network.
      if (!further) {
        if (hop.trim() !== '') options.onUnreadable?.(hop.trim());
        break;
      }
      nearest = further;
    }
    return nearest.toString();
  }

  function networksOf(client: string): [Network, ...Network[]] {
    const address = parse(client);
    const within = (bits: number) => ipaddr.IPv6.networkAddressFromCIDR(`${address?.toString()}/${bits}`).toString();
    // The narrowest is named without its width.
    const narrowest = address?.kind() === 'ipv6' ? within(IPV6_BITS) : client;
    const wider = address?.kind() === 'ipv6' ? WIDER_IPV6_NETWORKS : [];
    return [
      { key: pseudonym(narrowest), times: 1 },
      ...wider.map(({ bits, times }) => ({ key: pseudonym(`${within(bits)}/${bits}`), times })),
    ];
  }

  function pseudonym(text: string): string {
    return createHmac('sha256', pseudonymKey).update(text).digest('base64url').slice(0, 22);
  }

  return { trusts, clientOf, networksOf };
}

/**
 * One entry of `X-Forwarded-For`, in any spelling that proxies write: with a port, in brackets, in quotes, with a zone.
 * Azure's gateways write `203.0.113.7:5123`, others `[2001:db8::1]:443`.
 */
function parseHop(written: string): Address | undefined {
  const text = written
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/^for=/i, '')
    .replace(/^"(.*)"$/, '$1')
    .trim();
  const bracketed = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)?.[1];
  const withPort = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/.exec(text)?.[1];
  return parse((bracketed ?? withPort ?? text).replace(/%[\w.-]+$/, ''));
}

/** Reads an address; an IPv4 one written as IPv6 (`::ffff:192.0.2.1`) counts as IPv4. */
function parse(text: string | undefined): Address | undefined {
  if (!text) return undefined;
  // `0x7f.1` and `2130706433` are addresses to some and made up here.
  const valid = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  return valid ? ipaddr.process(text) : undefined;
}
