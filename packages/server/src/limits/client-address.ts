/** From which address a request really came, and the block that stands for "the same network". */
import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** An IPv6 customer commonly holds a /64 and can use any address in it. IPv4 addresses count one by one. */
const IPV6_BLOCK_BITS = 64;

/** Further hops than this are not looked at; a longer list is an attempt to be lost in. */
const MAX_FORWARDED_HOPS = 20;

export interface ClientAddresses {
  /** Whether the direct peer is a proxy whose forwarded headers are believed. */
  trusts(peer: string | undefined): boolean;
  /** The nearest address that is not one of our proxies. */
  clientOf(peer: string | undefined, forwardedFor: string | undefined): string;
  /** A pseudonym of the client's address block: the same for the same block, and no way back without the key. */
  blockOf(client: string): string;
}

/** @param trustedProxies ranges in CIDR notation, asked each time: they can change while the server runs */
export function createClientAddresses(
  trustedProxies: () => readonly string[],
  pseudonymKey: Uint8Array,
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
      const further = parse(hop.trim());
      // A text that is no address was not written by a proxy of ours; the last believable one counts.
      if (!further) break;
      nearest = further;
    }
    return nearest.toString();
  }

  function blockOf(client: string): string {
    const address = parse(client);
    const block =
      address?.kind() === 'ipv6'
        ? ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${IPV6_BLOCK_BITS}`).toString()
        : client;
    return createHmac('sha256', pseudonymKey).update(block).digest('base64url').slice(0, 22);
  }

  return { trusts, clientOf, blockOf };
}

/** Reads an address; an IPv4 one written as IPv6 (`::ffff:192.0.2.1`) counts as IPv4. */
function parse(text: string | undefined): Address | undefined {
  if (!text || !ipaddr.isValid(text)) return undefined;
  return ipaddr.process(text);
}
