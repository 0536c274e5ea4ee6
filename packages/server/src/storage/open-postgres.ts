/** PostgreSQL, given to kysely in the shape its dialect expects, so that the rest cannot tell it from the embedded one. */
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { expectPlainFiles } from '../read-plain-file.ts';
import type { Schema } from './schema.ts';

/** Connections of one process for questions. Beyond: a request waits for one, `CONNECT_TIMEOUT_MS` at most. */
const MAX_CONNECTIONS = 8;

/**
 * Those over which a process shows that its answers live: while one writes checkpoints, the other renews leases. Behind
 * a burst of questions these would wait until another process takes its answers for dead.
 */
export const CONNECTIONS_FOR_SIGNS = 2;

/** A database that does not take a connection by then is down. */
const CONNECT_TIMEOUT_MS = 5_000;

/** One question to the database; all of ours take milliseconds. Beyond: refused, and the request with it. */
const STATEMENT_TIMEOUT_MS = 10_000;

/** How long a transaction waits for another one's rows. Beyond: refused. */
const LOCK_TIMEOUT_MS = 5_000;

/** A transaction that does nothing for so long belongs to a process that hangs; others wait for its rows. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 15_000;

/** PostgreSQL's type of 64-bit integers: our times, which fit a number until the year 287,396. */
const INT8 = 20;

export interface OpenPostgresOptions {
  /** A connection that nobody uses was lost; the next question makes another one. */
  onLost?: (error: Error) => void;
  maxConnections?: number;
  lockTimeoutMs?: number;
  statementTimeoutMs?: number;
}

/** @param url `postgres://user:password@host:port/database`, with `?sslmode=…` where it is wanted */
export function openPostgres(url: string, options: OpenPostgresOptions = {}): Kysely<Schema> {
  expectPlainFiles(...filesIn(url));
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'guichet',
    max: options.maxConnections ?? MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
    lock_timeout: options.lockTimeoutMs ?? LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
    types: {
      getTypeParser: ((oid: number, format: 'text' | 'binary') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  // Without a listener, a database that restarts would end this process.
  const lost = options.onLost ?? (() => undefined);
  pool.on('error', lost);
  // The same for a connection that is in use; its question fails by itself.
  pool.on('connect', (client) => client.on('error', lost));
  return new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool: { options: {}, connect: async () => withoutNul(await pool.connect()), end: () => pool.end() },
    }),
  });
}

/** Certificates and a key, which `pg` reads as it begins. */
function filesIn(url: string): string[] {
  const named = new URL(url).searchParams;
  return ['sslcert', 'sslkey', 'sslrootcert'].flatMap((name) => named.get(name) ?? []);
}

/** PostgreSQL has no place for the character U+0000 in a text; what a model or visitor writes may hold one. */
function withoutNul(client: pg.PoolClient): PostgresPoolClient {
  return {
    query(sql: unknown, parameters?: readonly unknown[]) {
      return client.query(sql as string, parameters?.map(storable)) as never;
    },
    release: () => client.release(),
  } as PostgresPoolClient;
}

function storable(parameter: unknown): unknown {
  if (Array.isArray(parameter)) return parameter.map(storable);
  return typeof parameter === 'string' && parameter.includes('\0') ? parameter.replaceAll('\0', '\uFFFD') : parameter;
}
