/**
 * Addresses that Guichet asks nothing of, whoever wishes it: those at which clouds hand their machines credentials, and
 * everything that is valid on one cable only. One's own network is allowed: Open WebUI and many a site stand in it.
 */
import { lookup } from 'node:dns';
import { lookup as lookUp } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

const RANGES = [
  // Link-local, and with it 169.254.169.254, where most clouds answer.
  '169.254.0.0/16',
  'fe80::/10',
  // The same at Amazon (with the credentials of its containers), Google and Scaleway by IPv6, at Alibaba, at Oracle and at Azure.
  'fd00:ec2::/32',
  'fd20:ce::254/128',
  'fd00:42::42/128',
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

/** An IPv4 address inside an IPv6 one, in every way in which translators and tunnels between the two write it. */
function unwrap(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address.kind() === 'ipv4') return address;
  const bytes = address.toByteArray();
  const starts = (...start: number[]) => start.every((byte, index) => bytes[index] === byte);
  const at = (index: number) => ipaddr.fromByteArray(bytes.slice(index, index + 4));
  // 6to4.
  if (starts(0x20, 0x02)) return at(2);
  // Teredo hides the address with its bits turned over.
  if (starts(0x20, 0x01, 0, 0)) return ipaddr.fromByteArray(bytes.slice(12).map((byte) => byte ^ 0xff));
  // NAT64, for everybody and for one network.
  if (starts(0, 0x64, 0xff, 0x9b)) return at(12);
  const isZero = (from: number, to: number) => bytes.slice(from, to).every((byte) => byte === 0);
  // `::a.b.c.d` and `::ffff:0:a.b.c.d`; `::` and `::1` are addresses of their own.
  if (isZero(0, 12) && !isZero(12, 15)) return at(12);
  if (isZero(0, 8) && bytes[8] === 0xff && bytes[9] === 0xff && isZero(10, 12)) return at(12);
  // ISATAP, behind any network.
  if ((bytes[8] === 0 || bytes[8] === 2) && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe) return at(12);
  return address;
}

/** Names under which clouds hand their machines credentials; outside of them they lead nowhere, inside to no good. */
const METADATA_NAMES = [
  'metadata',
  'metadata.google.internal',
  'metadata.goog',
  'instance-data',
  'instance-data.ec2.internal',
  'metadata.azure.internal',
  'metadata.azure.com',
  'metadata.tencentyun.com',
  'metadata.oraclecloud.com',
  'metadata.digitalocean.com',
  'metadata.hetzner.cloud',
  'metadata.packet.net',
  'metadata.platformequinix.com',
  'metadata.nicsdk.io',
  'api.metadata.cloud.ibm.com',
  'metadata.scaleway.com',
];

export function isForbiddenName(host: string): boolean {
  return METADATA_NAMES.includes(host.toLowerCase().replace(/\.$/, ''));
}

/**
 * Whether an address leads to nothing that may be asked: by the address itself in any notation, by its name, or by all
 * that the name leads to now. What cannot be found is not forbidden; it is checked again at each connection.
 */
export async function leadsToForbidden(address: string): Promise<boolean> {
  // The parser brings decimal, octal and hexadecimal notations of IPv4 into the usual one.
  const host = URL.parse(address)?.hostname.replace(/^\[|\]$/g, '') ?? '';
  if (host === '') return false;
  if (isIP(host) !== 0) return isForbiddenAddress(host);
  if (isForbiddenName(host)) return true;
  const found = await lookUp(host, { all: true }).catch(() => []);
  return found.length > 0 && found.every(({ address: one }) => isForbiddenAddress(one));
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
  if (isForbiddenName(host)) return callback(new ForbiddenAddress(), '');
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '');
    const allowed = found.filter(({ address }) => !isForbiddenAddress(address));
    if (options.all && allowed.length > 0) return callback(null, allowed);
    const [first] = allowed;
    if (first) callback(null, first.address, first.family);
    else callback(new ForbiddenAddress(), '');
  });
};
