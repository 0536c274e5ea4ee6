/**
 * One server on one data folder. A second one would take the first one's running answers for what a crash left behind.
 * The lock is one of the operating system's, held through SQLite on a file of its own: it is gone when the process is,
 * however that ended. Commands do not ask for it; they work beside a server.
 */
import { writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { expectPlainFiles, readPlainFile } from '../read-plain-file.ts';
import { SQLITE_ENDINGS } from './open-sqlite.ts';

const LOCK_FILE = 'server.lock';
/** Beside it, for people: a locked file cannot be read. */
const HOLDER_FILE = 'server.json';

/** Somewhat longer than a server takes at most to end its answers, so that a restart finds the folder free. */
const WAIT_FOR_CLOSING_MS = 30_000;
const LOOK_AGAIN_MS = 200;

/** SQLite's primary result code for what somebody else has locked. */
const BUSY = 5;

export interface LockHolder {
  process: number;
  /** Of a container, its id. */
  host: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** It has been told to stop. */
  closing: boolean;
}

export interface DataFolderLock {
  /** A server that starts meanwhile waits for this one. */
  announceClosing(): void;
  /** Repeatable. */
  release(): void;
}

export type DataFolderLockResult =
  | { kind: 'locked'; lock: DataFolderLock }
  /** `holder` is undefined when what it wrote about itself cannot be read. */
  | { kind: 'taken'; holder: LockHolder | undefined };

/** @param waitMs how long to wait for a holder that is closing */
export async function lockDataFolder(
  folder: string,
  { now = Date.now, waitMs = WAIT_FOR_CLOSING_MS }: { now?: () => number; waitMs?: number } = {},
): Promise<DataFolderLockResult> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    const database = tryToLock(path.join(folder, LOCK_FILE));
    if (database) return { kind: 'locked', lock: hold(folder, database, now()) };
    const holder = readHolder(folder);
    if (!holder?.closing || performance.now() >= deadline) return { kind: 'taken', holder };
    await wait(LOOK_AGAIN_MS);
  }
}

function tryToLock(file: string): DatabaseSync | undefined {
  expectPlainFiles(...SQLITE_ENDINGS.map((ending) => `${file}${ending}`));
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return undefined;
    throw error;
  }
}

function hold(folder: string, database: DatabaseSync, startedAt: number): DataFolderLock {
  const holder = { process: process.pid, host: hostname(), startedAt, closing: false };
  writeHolder(folder, holder);
  return {
    announceClosing() {
      if (!database.isOpen) return;
      try {
        writeHolder(folder, { ...holder, closing: true });
      } catch {
        // Full, or gone: then a next server is told that this one has the folder, and tries again.
      }
    },
    release() {
      if (database.isOpen) database.close();
    },
  };
}

/** Left lying after the end: a lock that is held tells whether it still holds true. */
function writeHolder(folder: string, holder: LockHolder): void {
  const file = path.join(folder, HOLDER_FILE);
  // Of a pipe, this process would wait for somebody who reads.
  expectPlainFiles(file);
  writeFileSync(file, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
}

function readHolder(folder: string): LockHolder | undefined {
  try {
    const told = JSON.parse(readPlainFile(path.join(folder, HOLDER_FILE)).toString()) as Partial<LockHolder>;
    if (typeof told.process !== 'number' || typeof told.host !== 'string' || typeof told.startedAt !== 'number') {
      return undefined;
    }
    return { process: told.process, host: told.host, startedAt: told.startedAt, closing: told.closing === true };
  } catch {
    return undefined;
  }
}
