/**
 * The databases that every storage suite runs on: SQLite, and PostgreSQL where one answers. `npm test` starts one of
 * its own where none does, and names it in `GUICHET_TEST_POSTGRES`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { afterAll } from 'vitest';
import { newId } from '../../new-id.ts';
import { openPostgres } from '../open-postgres.ts';
import { openSqlite } from '../open-sqlite.ts';
import type { Schema } from '../schema.ts';

/** An empty database and a second way to it, as another process has one. */
export interface TestDatabase {
  database: Kysely<Schema>;
  beside: Kysely<Schema>;
  /** Closes both and removes the database. */
  close(): Promise<void>;
}

/** Where the databases of PostgreSQL are made: a role that may, and any database to begin with. */
export const TEST_POSTGRES =
  process.env.GUICHET_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres?sslmode=disable';

/** Whether there is one; asked once a file. In CI there has to be. */
export const hasPostgres: boolean = await answers(TEST_POSTGRES);

export const TEST_DATABASES: readonly (readonly [name: string, open: () => Promise<TestDatabase>])[] = [
  ['SQLite', openTestSqlite],
  ...(hasPostgres || process.env.CI === 'true' ? ([['PostgreSQL', openTestPostgres]] as const) : []),
];

if (!hasPostgres) console.error('NO POSTGRESQL ANSWERS: ITS STORAGE SUITES DID NOT RUN.');

async function openTestSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-database-'));
  const file = path.join(folder, 'guichet.db');
  const [database, beside] = [openSqlite(file), openSqlite(file)];
  return {
    database,
    beside,
    async close() {
      await beside.destroy();
      await database.destroy();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Making a database takes a second on a busy disk, emptying one a few milliseconds: a file's tests share theirs. */
const idle: { url: string; remove: () => Promise<void> }[] = [];
afterAll(() => Promise.all(idle.splice(0).map(({ remove }) => remove())));

async function openTestPostgres(): Promise<TestDatabase> {
  const made = idle.pop() ?? (await makePostgresDatabase());
  const [database, beside] = [openPostgres(made.url), openPostgres(made.url)];
  return {
    database,
    beside,
    async close() {
      await beside.destroy();
      await sql`drop schema public cascade`.execute(database);
      await sql`create schema public`.execute(database);
      await database.destroy();
      idle.push(made);
    },
  };
}

/** An empty database of its own. */
export async function makePostgresDatabase(): Promise<{ url: string; remove: () => Promise<void> }> {
  const name = newId('srv')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '_');
  await ask(`create database ${name}`);
  const url = new URL(TEST_POSTGRES);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => ask(`drop database if exists ${name} with (force)`) };
}

async function ask(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: TEST_POSTGRES, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
