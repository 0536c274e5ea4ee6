/**
 * Which proxy of the network leads to an address, by the variables that every program of a company's network is given:
 * HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, in small letters first where both are set.
 */
import { BlockList, isIP } from 'node:net';

export interface NetworkProxy {
  /** With its user name and password, when it has some. Never shown. */
  url: string;
  /** The variable that names it. */
  name: string;
  /** Scheme, host and port. */
  shown: string;
}

export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

const SUPPORTED = /^(?:https?|socks5?):$/;

/** @returns undefined where the address is to be asked without a proxy */
export function proxyFor(address: string, environment: ProxyEnvironment): NetworkProxy | undefined {
  const url = URL.parse(address);
  // This machine itself is behind no proxy: the proxy would look for it on its own machine.
  if (!url || isThisMachine(hostOf(url)) || isExcepted(url, variable('no_proxy', environment)?.value)) return undefined;
  const found =
    variable(url.protocol === 'https:' ? 'https_proxy' : 'http_proxy', environment) ??
    variable('all_proxy', environment);
  return found && readProxy(found);
}

function variable(name: string, environment: ProxyEnvironment): { name: string; value: string } | undefined {
  return [name, name.toUpperCase()]
    .map((one) => ({ name: one, value: environment[one]?.trim() ?? '' }))
    .find(({ value }) => value !== '');
}

/** `proxy.example.com:3128` is written without its scheme as often as with it. */
function readProxy({ name, value }: { name: string; value: string }): NetworkProxy | undefined {
  const written = value.replace(/^socks5h:/i, 'socks5:').replace(/^socks4a?:/i, 'socks5:');
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `http://${written}`);
  if (!url || !SUPPORTED.test(url.protocol) || url.hostname === '') return undefined;
  return { url: url.href, name, shown: `${url.protocol}//${url.host}` };
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\./.test(host);
}

function hostOf({ hostname }: URL): string {
  return hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

/** The list as curl, Go and Python read it: names and all below them, addresses, ranges, each with or without a port. */
function isExcepted(url: URL, list: string | undefined): boolean {
  const host = hostOf(url);
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return (list ?? '')
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => matches(entry.toLowerCase(), host, port));
}

function matches(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  if (entry.includes('/')) return isInRange(host, entry);
  const { name, wanted } = nameAndPort(entry);
  if (name === '' || (wanted !== undefined && wanted !== port)) return false;
  if (isIP(host) !== 0) return sameAddress(host, name);
  const domain = name.replace(/^\*?\./, '').replace(/\.$/, '');
  return host === domain || host.endsWith(`.${domain}`);
}

function nameAndPort(entry: string): { name: string; wanted?: string | undefined } {
  if (isIP(entry) === 6) return { name: entry };
  const [, inBrackets, plain, wanted] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(entry) ?? [];
  return { name: inBrackets ?? plain ?? '', wanted };
}

function sameAddress(host: string, name: string): boolean {
  return isIP(name) === isIP(host) && isInRange(host, `${name}/${isIP(host) === 4 ? 32 : 128}`);
}

function isInRange(host: string, range: string): boolean {
  const [base = '', bits = ''] = range.split('/');
  const family = isIP(base);
  if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128))
    return false;
  const list = new BlockList();
  list.addSubnet(base, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  return list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
