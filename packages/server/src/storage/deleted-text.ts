/** What was deleted stands in SQLite's journal until that is written back and cut: done soon after a deletion. */
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** A visitor who deletes one conversation deletes the next one too; each time would be a wait for the disk. */
const SOON_MS = 500;

/** Somebody else, a backup for one, reads at the moment and still needs the journal. */
const AGAIN_MS = 5_000;

export class DeletedText {
  readonly #database: Kysely<Schema>;
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Kysely<Schema>) {
    this.#database = database;
  }

  /** Something was deleted: no byte of it may stay for long. */
  clearSoon(afterMs: number = SOON_MS): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.clear().then(
        (done) => (done ? undefined : this.clearSoon(AGAIN_MS)),
        // A disk that does not answer is told of by whoever writes next.
        () => this.clearSoon(AGAIN_MS),
      );
    }, afterMs).unref();
  }

  /** @returns false when somebody still reads the journal */
  async clear(): Promise<boolean> {
    const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(this.#database);
    return rows[0]?.busy === 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
