/** Trusted proxies that are no proxies: ranges so wide that visitors themselves would be believed. */
import ipaddr from 'ipaddr.js';

/** The widest ranges that are anybody's own: 10.0.0.0/8 and fc00::/7. */
const FEWEST_BITS = { ipv4: 8, ipv6: 7 };

/** @param ranges in CIDR notation */
export function tooWideRanges(ranges: readonly string[]): string[] {
  return ranges.filter((range) => {
    const [address, bits] = ipaddr.parseCIDR(range);
    return bits < FEWEST_BITS[address.kind()];
  });
}
