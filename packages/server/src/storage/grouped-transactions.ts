/**
 * SQLite has one writer, and each commit waits for the disk. Transactions that are asked for in the same turn therefore
 * share one commit, and nobody hears of a success before the disk has it. One that fails is undone alone: all are undone
 * and done again, each as a savepoint. A savepoint for each from the start would be paid for by all, and nearly none fail.
 */
import type { Kysely, Transaction } from 'kysely';
import { sqliteAtOnce } from './open-sqlite.ts';
import type { Schema } from './schema.ts';

/** A reader beside us waits no longer than these take, and a commit that fails takes no more with it. */
const MOST_TOGETHER = 64;

const SAVEPOINT = 'savepoint one_of_many';
const ROLLBACK = 'rollback to one_of_many';
const RELEASE = 'release one_of_many';

/** May be called more than once, as on PostgreSQL: what it did in the database before was undone then. */
type Work = (transaction: Transaction<Schema>) => Promise<unknown>;

interface Asked {
  work: Work;
  resolve: (outcome: unknown) => void;
  reject: (error: unknown) => void;
}

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/** The real one: a test that stops the clock does not stop the storage. */
const nextTurn = setImmediate;

const GROUPS = new WeakMap<Kysely<Schema>, GroupedTransactions>();

export function groupedTransactions(database: Kysely<Schema>): GroupedTransactions {
  const groups = GROUPS.get(database) ?? new GroupedTransactions(database);
  GROUPS.set(database, groups);
  return groups;
}

export class GroupedTransactions {
  readonly #database: Kysely<Schema>;
  #asked: Asked[] = [];
  #running = false;
  /** Whether one of the last ones failed. Where many do, as in a crowd beyond its limits, nothing is done twice. */
  #careful = false;

  constructor(database: Kysely<Schema>) {
    this.#database = database;
  }

  run<Value>(work: (transaction: Transaction<Schema>) => Promise<Value>): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      this.#asked.push({ work, resolve: resolve as (outcome: unknown) => void, reject });
      if (this.#running) return;
      this.#running = true;
      nextTurn(() => void this.#runAll());
    });
  }

  async #runAll(): Promise<void> {
    while (this.#asked.length > 0) {
      await this.#runTogether(this.#asked.splice(0, MOST_TOGETHER));
      // What came meanwhile came in this turn; what the outcomes lead to comes in the next.
      await new Promise<void>((resolve) => nextTurn(resolve));
    }
    this.#running = false;
  }

  async #runTogether(group: readonly Asked[]): Promise<void> {
    try {
      const outcomes = await this.#outcomesOf(group);
      for (const [place, outcome] of outcomes.entries()) {
        if (outcome.ok) group[place]?.resolve(outcome.value);
        else group[place]?.reject(outcome.error);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  /** @throws what ended the whole transaction: then none of it happened */
  async #outcomesOf(group: readonly Asked[]): Promise<Outcome[]> {
    const together = (way: typeof inOrder) =>
      this.#database.transaction().execute((transaction) => way(transaction, group));
    if (group.length === 1 || !this.#careful) {
      try {
        return await together(inOrder);
      } catch (error) {
        if (!(error instanceof OneFailed)) throw error;
        if (group.length === 1) throw error.cause;
      }
    }
    const outcomes = await together(inSavepoints);
    this.#careful = outcomes.some(({ ok }) => !ok);
    return outcomes;
  }
}

/** Undoes the transaction in which it happened. */
class OneFailed extends Error {}

async function inOrder(transaction: Transaction<Schema>, group: readonly Asked[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { work } of group) {
    try {
      outcomes.push({ ok: true, value: await work(transaction) });
    } catch (cause) {
      throw new OneFailed('One of several failed.', { cause });
    }
  }
  return outcomes;
}

/** @throws what ended the whole transaction, such as a full disk: then none of it happened */
async function inSavepoints(transaction: Transaction<Schema>, group: readonly Asked[]): Promise<Outcome[]> {
  const sqlite = sqliteAtOnce(transaction);
  const outcomes: Outcome[] = [];
  for (const { work } of group) {
    sqlite?.run(SAVEPOINT, []);
    try {
      outcomes.push({ ok: true, value: await work(transaction) });
    } catch (error) {
      outcomes.push({ ok: false, error });
      try {
        sqlite?.run(ROLLBACK, []);
      } catch {
        throw error;
      }
    }
    sqlite?.run(RELEASE, []);
  }
  return outcomes;
}
