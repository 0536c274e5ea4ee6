/**
 * Addresses that Guichet asks nothing of, whoever wishes it: those at which clouds hand their machines credentials, and
 * everything that is valid on one cable only. One's own network is allowed: Open WebUI and many a site stand in it.
 */
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

const RANGES = [
  // Link-local, and with it 169.254.169.254, where most clouds answer.
  '169.254.0.0/16',
  'fe80::/10',
  // The same at Amazon and at Google by IPv6, at Alibaba, at Oracle and at Azure.
  'fd00:ec2::254/128',
  'fd20:ce::254/128',
  '100.100.100.200/32',
  '192.0.0.192/32',
  '168.63.129.16/32',
  // Nobody's, everybody's.
  '0.0.0.0/8',
  '::/128',
  '224.0.0.0/4',
  'ff00::/8',
  '255.255.255.255/32',
].map((range) => ipaddr.parseCIDR(range));

/** @param address of IPv4 or IPv6; an IPv4 one written as IPv6 counts as IPv4. What is no address is forbidden. */
export function isForbiddenAddress(address: string): boolean {
  // The zone of a link-local address is no part of it.
  const [plain = ''] = address.replace(/^\[|\]$/g, '').split('%');
  if (!ipaddr.isValid(plain)) return true;
  const read = unwrap(ipaddr.process(plain));
  return RANGES.some(([base, bits]) => read.kind() === base.kind() && read.match(base, bits));
}

/** An IPv4 address inside an IPv6 one, as translators between the two write it. */
function unwrap(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address.kind() === 'ipv4') return address;
  const range = address.range();
  if (range !== 'rfc6052' && range !== '6to4') return address;
  const bytes = address.toByteArray();
  return ipaddr.fromByteArray(range === '6to4' ? bytes.slice(2, 6) : bytes.slice(12));
}

/** A name that leads to nothing but forbidden addresses. */
export class ForbiddenAddress extends Error {
  override name = 'ForbiddenAddress';
}

/**
 * Looks a name up for a connection: what was checked is what is connected to, no second look-up can lead elsewhere. Of
 * several addresses the forbidden ones are left out: a machine's name in one's own network often has one of the cable too.
 */
export const checkedLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '');
    const allowed = found.filter(({ address }) => !isForbiddenAddress(address));
    if (options.all && allowed.length > 0) return callback(null, allowed);
    const [first] = allowed;
    if (first) callback(null, first.address, first.family);
    else callback(new ForbiddenAddress(), '');
  });
};
