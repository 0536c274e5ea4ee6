/**
 * Whether an address leads to a Redis that Guichet can work with. Asked before a start changes anything, by the doctor,
 * and each time a connection is there again: after a failover the same name may lead to a server that only reads.
 */
import type { RedisAddress } from './redis-address.ts';
import { makeRedisClient, type RedisClient } from './redis-client.ts';

/** What no waiting changes; each has its sentence in the texts. */
export type RedisFault =
  | 'login'
  | 'unknown-host'
  | 'not-redis'
  | 'encryption'
  | 'database'
  | 'too-old'
  | 'cluster'
  | 'replica'
  | 'forbidden';

export type RedisVerdict =
  | { kind: 'usable'; facts: RedisFacts }
  /** It does not answer now; it may in a minute. */
  | { kind: 'away'; reason: string }
  | { kind: 'unusable'; fault: RedisFault; reason: string };

export interface RedisFacts {
  /** Undefined when its operator does not let us ask. */
  version: string | undefined;
  /** What it does when its memory is full, for example `noeviction`. */
  memoryPolicy: string | undefined;
}

/** Streams, `SET … NX GET` and the protocol's third version. Valkey began with 7.2. */
const LEAST_VERSION = [6, 2] as const;

/** The whole look, connecting included. Beyond: away. */
const CHECK_TIMEOUT_MS = 5_000;

/** Once more when the first connection is closed at once: a server that starts does that. */
const ATTEMPTS = 2;
const RETRY_MS = 100;

export async function checkRedis(address: RedisAddress): Promise<RedisVerdict> {
  // What the connection itself says is plainer than what the attempts end with.
  let connectionError: Error | undefined;
  const client = makeRedisClient(
    { address, prefix: 'guichet:', retry: (attempt, cause) => (attempt + 1 < ATTEMPTS ? RETRY_MS : cause) },
    (error) => {
      if (connectionError === undefined || isCertain(error)) connectionError = error;
    },
  );
  const timer = Promise.withResolvers<never>();
  const timeout = setTimeout(
    () => timer.reject(new Error(`no answer within ${CHECK_TIMEOUT_MS} ms`)),
    CHECK_TIMEOUT_MS,
  );
  try {
    return await Promise.race([client.connect().then(() => lookAtRedis(client)), timer.promise]);
  } catch (error) {
    return verdictOf(connectionError ?? error, address);
  } finally {
    clearTimeout(timeout);
    client.destroy();
  }
}

/** With a connection that is there. */
export async function lookAtRedis(client: RedisClient): Promise<RedisVerdict> {
  const info = await client.info().catch((error: unknown) => (isForbidden(error) ? '' : Promise.reject(error)));
  const fact = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  const version = fact('valkey_version') ?? fact('redis_version');
  if (version !== undefined && isOlder(version)) return unusable('too-old', version);
  if (fact('cluster_enabled') === '1') return unusable('cluster', 'cluster_enabled:1');
  if (fact('role') === 'slave') return unusable('replica', 'role:slave');
  try {
    await client.set('check', '1', { expiration: { type: 'PX', value: 1_000 } });
    await client.publish('guichet:check', '1');
    await client.eval('return 1');
  } catch (error) {
    return verdictOf(error);
  }
  return { kind: 'usable', facts: { version, memoryPolicy: fact('maxmemory_policy') } };
}

function unusable(fault: RedisFault, reason: string): RedisVerdict {
  return { kind: 'unusable', fault, reason };
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < LEAST_VERSION[0] || (major === LEAST_VERSION[0] && minor < LEAST_VERSION[1]);
}

/** What Redis says when something is not allowed, not possible here, or not the way in. */
const REPLIES: readonly (readonly [RegExp, RedisFault])[] = [
  [/^(?:WRONGPASS|NOAUTH|ERR (?:invalid password|AUTH |Client sent AUTH))/i, 'login'],
  [/^(?:ERR|WRONG\w*).*DB index|^ERR invalid DB|^ERR SELECT is not allowed/i, 'database'],
  [/^(?:MOVED|CLUSTERDOWN|CROSSSLOT)/, 'cluster'],
  [/^READONLY/, 'replica'],
  [/^NOPERM/, 'forbidden'],
  [/^ERR unknown command/i, 'too-old'],
  [/^NOPROTO/, 'too-old'],
  // Bytes that are not its protocol, such as a web server's.
  [/^Unknown RESP type/, 'not-redis'],
];

const ENCRYPTION_CODES = /^(?:EPROTO|ERR_SSL|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_)/;

function faultOf(error: unknown): RedisFault | undefined {
  if (!(error instanceof Error)) return undefined;
  if (ENCRYPTION_CODES.test(codeOf(error))) return 'encryption';
  return REPLIES.find(([words]) => words.test(error.message))?.[1];
}

function isCertain(error: Error): boolean {
  return faultOf(error) !== undefined;
}

function verdictOf(error: unknown, address?: RedisAddress): RedisVerdict {
  const reason = error instanceof Error ? error.message : String(error);
  const fault = faultOf(error);
  if (fault !== undefined) return unusable(fault, reason);
  // A name of one word is a container's, which has it only while it runs.
  if (error instanceof Error && codeOf(error) === 'ENOTFOUND' && address?.hostname.includes('.')) {
    return unusable('unknown-host', reason);
  }
  return { kind: 'away', reason };
}

function isForbidden(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('NOPERM');
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}
