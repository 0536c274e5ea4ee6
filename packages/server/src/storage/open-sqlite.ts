/** The embedded database: `node:sqlite`, given to kysely in the shape its SQLite dialect expects. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type DialectAdapter, Kysely, type QueryResult, SqliteDialect, type Transaction } from 'kysely';
import { expectPlainFiles } from '../read-plain-file.ts';
import type { Schema } from './schema.ts';

/** Prepared statements are kept by their text; the server has a few dozen, so this bound is only a fence. */
const MAX_KEPT_STATEMENTS = 200;

/** A database, and what SQLite has beside it. */
export const SQLITE_ENDINGS = ['', '-journal', '-wal', '-shm'];

export interface OpenSqliteOptions {
  /** To read what is there at one moment, beside whoever writes and without keeping them waiting. */
  readOnly?: boolean;
  /** How long a statement waits for another connection that writes; nothing else happens in this process meanwhile. */
  waitMs?: number;
}

/** Longer than any command holds the database. Beyond: the statement fails as `storage-unavailable`. */
const LOCK_WAIT_MS = 5_000;

/** @param file path of the database, or `:memory:` for tests that need no crash */
export function openSqlite(
  file: string,
  { readOnly = false, waitMs = LOCK_WAIT_MS }: OpenSqliteOptions = {},
): Kysely<Schema> {
  // Of a pipe, SQLite would wait for the first byte.
  expectPlainFiles(...SQLITE_ENDINGS.map((ending) => `${file}${ending}`));
  const database = new DatabaseSync(file, { timeout: waitMs, readOnly });
  // WAL so that readers never wait; FULL so that what was acknowledged survives a power cut, not only a crash.
  // What is deleted is overwritten, so that it is not found in the file or in a copy of it.
  if (!readOnly)
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;',
    );
  const statements = new Map<string, KeptStatement>();

  function prepare(written: string): KeptStatement | typeof NOTHING {
    // A full disk has ended the transaction already; rolling back once more would fail and hide why.
    if (written === 'rollback' && !database.isTransaction) return NOTHING;
    // Taken at its beginning, the lock is waited for; a transaction that read first and then wants to write is refused
    // at once when another process has written in between.
    const sql = written === 'begin' && !readOnly ? 'begin immediate' : written;
    const kept = statements.get(sql);
    if (kept) return kept;
    if (statements.size >= MAX_KEPT_STATEMENTS) statements.clear();
    const made = new KeptStatement(database.prepare(sql));
    statements.set(sql, made);
    return made;
  }

  const close = () => {
    statements.clear();
    database.close();
  };
  const opened = new Kysely<Schema>({ dialect: new SqliteDialect({ database: { prepare, close } }) });
  OPENED.set(opened.getExecutor().adapter, {
    mayRun: (connection) => connection.isTransaction || !database.isTransaction,
    run(sql, parameters) {
      const statement = prepare(sql);
      if (statement.reader) return { rows: statement.all(parameters) };
      return { rows: [], numAffectedRows: BigInt(statement.run(parameters).changes) };
    },
  });
  return opened;
}

/** A database and its transactions have their adapter in common. */
const OPENED = new WeakMap<DialectAdapter, SqliteAtOnce>();

/** Runs a statement here and now. Through kysely, each passes a dozen promises on its way. */
export interface SqliteAtOnce {
  /** Whether it is this connection's turn: what does not belong to the transaction under way waits for its end. */
  mayRun(connection: Kysely<Schema> | Transaction<Schema>): boolean;
  run(sql: string, parameters: readonly unknown[]): QueryResult<unknown>;
}

/** @returns undefined for another database than SQLite */
export function sqliteAtOnce(connection: Kysely<Schema> | Transaction<Schema>): SqliteAtOnce | undefined {
  return OPENED.get(connection.getExecutor().adapter);
}

/** In place of a statement that has nothing to do. */
const NOTHING = {
  reader: false,
  all: (): unknown[] => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: (): IterableIterator<unknown> => [].values(),
};

class KeptStatement {
  readonly reader: boolean;
  readonly #statement: StatementSync;

  constructor(statement: StatementSync) {
    this.#statement = statement;
    this.reader = statement.columns().length > 0;
  }

  all(parameters: readonly unknown[]): unknown[] {
    return this.#statement.all(...(parameters as SQLInputValue[]));
  }

  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint } {
    return this.#statement.run(...(parameters as SQLInputValue[]));
  }

  iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    return this.#statement.iterate(...(parameters as SQLInputValue[]));
  }
}
