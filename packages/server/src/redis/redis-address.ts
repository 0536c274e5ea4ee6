/** The address of a Redis or Valkey as people write it, and what of it may be shown. */

/** Valkey's own clients have schemes of their own; it is the same protocol. */
const SCHEMES: Readonly<Record<string, 'redis:' | 'rediss:'>> = {
  'redis:': 'redis:',
  'rediss:': 'rediss:',
  'valkey:': 'redis:',
  'valkeys:': 'rediss:',
};

const DEFAULT_PORT = '6379';

/** `redis[s]://[user:password@]host[:port][/database]`. */
export interface RedisAddress {
  /** With scheme and password, as the client takes it. */
  url: string;
  /** For people, without user and password: `host:port/database`. */
  place: string;
  hostname: string;
}

/** @returns undefined when it is no such address */
export function readRedisAddress(text: string): RedisAddress | undefined {
  const url = URL.parse(text);
  const scheme = url && SCHEMES[url.protocol];
  if (!url || !scheme || url.hostname === '' || url.search !== '' || url.hash !== '') return undefined;
  if (!/^\/?(?:\d{1,5})?$/.test(url.pathname)) return undefined;
  if (!isDecodable(url.username) || !isDecodable(url.password)) return undefined;
  const database = url.pathname.length > 1 ? url.pathname : '';
  return {
    url: text.trim().replace(/^[a-z]+:/i, scheme),
    place: `${url.hostname}:${url.port || DEFAULT_PORT}${database}`,
    hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
  };
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
