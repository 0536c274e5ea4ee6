import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { openSqlite } from '../storage/open-sqlite.ts';
import type { Schema } from '../storage/schema.ts';

const TRIES = 500;
const PAUSE_MS = 10;

/**
 * Writes into the database of a server that runs in this same process, as a command in another one would.
 *
 * SQLite lets a writer wait by holding its thread. Here that is the thread in which the server would commit and make
 * room, so that both would wait for nothing until the time is over: a lock is left at once and tried again later.
 */
export async function writeBeside<Result>(
  dataDir: string,
  work: (database: Kysely<Schema>) => Promise<Result>,
): Promise<Result> {
  const database = openSqlite(path.join(dataDir, 'guichet.db'), { waitMs: 0 });
  try {
    for (let tries = 1; ; tries++) {
      try {
        return await work(database);
      } catch (error) {
        if (tries >= TRIES || !(error instanceof Error) || !/database is locked/.test(error.message)) throw error;
        await after(PAUSE_MS);
      }
    }
  } finally {
    await database.destroy();
  }
}
