/**
 * What was deleted stays in PostgreSQL's files as dead rows. A `VACUUM` frees their room and leaves their bytes in it; a
 * table that is written anew (`VACUUM FULL`) holds none of them, but keeps everybody waiting meanwhile. So small tables
 * are written anew, and large ones only freed: there, what is stored next overwrites the bytes.
 *
 * Whoever deletes leaves a note, and the replica that leads does it: soon after a deletion, but not often.
 */
import { type Kysely, sql } from 'kysely';
import type { Logger } from '../observe/logger.ts';
import type { Leading } from '../replicas/leader.ts';
import type { Schema } from './schema.ts';

/** Where visitors' words are. */
const TABLES = ['visitor', 'conversation', 'message', 'run', 'file', 'visitor_file', 'visitor_file_piece'] as const;

const NOTE = 'deleted-rows';

/** How soon after a deletion. */
const LOOK_EVERY_MS = 30_000;

/** Visitors delete and rate all day, and each time others wait a moment. A deletion sooner after the last time waits. */
const AT_MOST_EVERY_MS = 15 * 60_000;

/** A table with all that belongs to it, written anew within a second or two. Beyond: its room is freed only. */
export const WRITTEN_ANEW_UP_TO_BYTES = 64 * 1024 * 1024;

/** While it waits for a table, everybody waits behind it. Beyond: the table's room is freed only, until the next time. */
const LOCK_TIMEOUT_MS = 2_000;

/** For one table. Beyond: broken off, and tried again the next time. */
const TABLE_TIMEOUT_MS = 60_000;

/** How the way is opened on which it is done. */
export const VACUUM_CONNECTION = {
  maxConnections: 1,
  lockTimeoutMs: LOCK_TIMEOUT_MS,
  statementTimeoutMs: TABLE_TIMEOUT_MS,
};

/** `lock_not_available`: somebody had the table for too long. */
const LOCKED = '55P03';

export interface DeletedRowsParts {
  database: Kysely<Schema>;
  /** Another way to the same database, as `VACUUM_CONNECTION` says. */
  open: () => Kysely<Schema>;
  /** A clock that only goes forward. */
  steady?: () => number;
  writtenAnewUpToBytes?: number;
}

export interface DeletedRowsStart {
  leading: Pick<Leading, 'leads'>;
  logger: Pick<Logger, 'info' | 'warn'>;
}

/** `read`: somebody still sees the rows. `not-all`: another time is needed. */
export type VacuumOutcome = 'nothing' | 'too-soon' | 'read' | 'not-all' | 'cleared';

export class DeletedRows {
  readonly #parts: DeletedRowsParts;
  readonly #steady: () => number;
  #timer: NodeJS.Timeout | undefined;
  #noting: Promise<void> = Promise.resolve();
  #looking: Promise<unknown> = Promise.resolve();
  #lastAt = Number.NEGATIVE_INFINITY;
  /** The process of PostgreSQL that works on a table now. */
  #backend: number | undefined;
  #isStopped = false;

  constructor(parts: DeletedRowsParts) {
    this.#parts = parts;
    this.#steady = parts.steady ?? (() => performance.now());
  }

  /** Something was deleted. Never fails: what could not be noted goes with the next deletion. */
  clearSoon(): void {
    this.#noting = this.#noting.then(() => this.#note()).catch(() => undefined);
  }

  start({ leading, logger }: DeletedRowsStart): void {
    let hasFailed = false;
    const look = async () => {
      try {
        const outcome = await this.look();
        if (outcome === 'cleared') logger.info('Deleted text was removed from the files of PostgreSQL.');
        if (outcome !== 'nothing') hasFailed = false;
      } catch (error) {
        if (!hasFailed && !this.#isStopped)
          logger.warn({ err: error }, 'Deleted text could not be removed from the files of PostgreSQL.');
        hasFailed = true;
      }
    };
    this.#timer ??= setInterval(() => {
      if (leading.leads) this.#looking = this.#looking.then(look);
    }, LOOK_EVERY_MS).unref();
  }

  /** Once. Called by the clock; tests call it themselves. @throws what the database says */
  async look(): Promise<VacuumOutcome> {
    await this.#noting;
    const { database } = this.#parts;
    const note = await database.selectFrom('note').select('value').where('name', '=', NOTE).executeTakeFirst();
    if (!note || this.#isStopped) return 'nothing';
    if (this.#steady() - this.#lastAt < AT_MOST_EVERY_MS) return 'too-soon';
    // A backup, for one. Written anew, the table would hold for it what it still sees.
    if (await this.#isSeen(note.value)) return 'read';
    this.#lastAt = this.#steady();
    if (!(await this.#vacuumAll())) return 'not-all';
    // What was deleted meanwhile has noted itself again, with another value.
    await database.deleteFrom('note').where('name', '=', NOTE).where('value', '=', note.value).execute();
    return 'cleared';
  }

  /** Breaks off what is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#noting;
    if (this.#backend !== undefined) {
      await sql`select pg_cancel_backend(${this.#backend})`.execute(this.#parts.database).catch(() => undefined);
    }
    await this.#looking.catch(() => undefined);
  }

  /**
   * By the number of the next transaction: those who began before it may still see the deleted rows. A number to come is
   * that of another database, out of a backup, and is replaced.
   */
  async #note(): Promise<void> {
    const value = sql<string>`cast(txid_snapshot_xmax(txid_current_snapshot()) as text)`;
    const at = Date.now();
    await this.#parts.database
      .insertInto('note')
      .values({ name: NOTE, value, updated_at: at })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, updated_at: at }))
      .execute();
  }

  /**
   * Whether somebody may still see what was deleted before this transaction: then the table written anew would hold it for
   * them. Of other databases on the server, those that write count as well, because what PostgreSQL begins meanwhile
   * counts from them.
   */
  async #isSeen(transaction: string): Promise<boolean> {
    const { rows } = await sql<{ unknown: boolean; seen: boolean }>`
      with present as (
        select txid_snapshot_xmin(snapshot) as oldest, txid_snapshot_xmax(snapshot) as next
        from txid_current_snapshot() as snapshot
      )
      select
        next < cast(${transaction} as bigint) as unknown,
        oldest < cast(${transaction} as bigint) or exists (
          select 1 from pg_stat_activity
          where pid <> pg_backend_pid() and backend_xmin is not null
            and (datname = current_database() or datname is null)
            and age(backend_xmin) > next - cast(${transaction} as bigint)
        ) as seen
      from present`.execute(this.#parts.database);
    if (rows[0]?.unknown) await this.#note();
    return rows[0]?.unknown === true || rows[0]?.seen === true;
  }

  /** @returns whether all that may be written anew was */
  async #vacuumAll(): Promise<boolean> {
    const apart = this.#parts.open();
    try {
      return await apart.connection().execute(async (connection) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection);
        this.#backend = rows[0]?.pid;
        let isAll = true;
        for (const table of TABLES) {
          if (this.#isStopped) return false;
          isAll = (await this.#vacuum(connection, table)) && isAll;
        }
        return isAll;
      });
    } finally {
      this.#backend = undefined;
      await apart.destroy();
    }
  }

  async #vacuum(connection: Kysely<Schema>, table: (typeof TABLES)[number]): Promise<boolean> {
    const { writtenAnewUpToBytes = WRITTEN_ANEW_UP_TO_BYTES } = this.#parts;
    const { rows } = await sql<{ bytes: number }>`select pg_total_relation_size(${table}) as bytes`.execute(connection);
    const isSmall = (rows[0]?.bytes ?? Number.POSITIVE_INFINITY) <= writtenAnewUpToBytes;
    try {
      await sql`vacuum ${isSmall ? sql`full` : sql``} ${sql.table(table)}`.execute(connection);
      return true;
    } catch (error) {
      if (!(isSmall && error instanceof Error && 'code' in error && error.code === LOCKED)) throw error;
      await sql`vacuum ${sql.table(table)}`.execute(connection);
      return false;
    }
  }
}
