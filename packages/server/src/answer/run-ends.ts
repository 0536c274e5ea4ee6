/** Stores the ends of answers, again and again where the storage will not take them for now. */
import type { Logger } from '../observe/logger.ts';
import type { EndResult, RunEnd, Storage } from '../storage/storage.ts';

/** The end of an answer is worth waiting for a disk that is busy: three tries, growing apart. */
const STORE_END_TRIES = 3;
const STORE_END_PAUSE_MS = 200;

/** After that it is tried again in the background, rarely enough for a full disk. */
const STORE_LATER_MS = 5_000;
const STORE_LATER_MOST_MS = 60_000;

export const TAKEN_OVER = 'Another process took over this answer. Visitors see what is stored.';

export type StoredEnd = EndResult | { kind: 'not-stored' };

export class RunEnds {
  readonly #storage: Pick<Storage, 'endRun'>;
  readonly #logger: Pick<Logger, 'error'>;
  /** Ends that the storage has not taken yet. */
  readonly #unstored = new Set<RunEnd>();
  #storingLater: NodeJS.Timeout | undefined;
  #closing = false;

  constructor(storage: Pick<Storage, 'endRun'>, logger: Pick<Logger, 'error'>) {
    this.#storage = storage;
    this.#logger = logger;
  }

  get waitingCount(): number {
    return this.#unstored.size;
  }

  /** @returns `not-stored` when the storage would not take it for now; it is tried again until it does */
  async store(end: RunEnd): Promise<StoredEnd> {
    for (let attempt = 1; ; attempt++) {
      const result = await this.#tryToStore(end);
      if (result) return result;
      if (attempt === STORE_END_TRIES) {
        this.#unstored.add(end);
        this.#storeLater(STORE_LATER_MS);
        return { kind: 'not-stored' };
      }
      await new Promise((resolve) => setTimeout(resolve, STORE_END_PAUSE_MS * attempt));
    }
  }

  /** Tries once more what waits, and then no more. */
  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#storingLater);
    for (const end of [...this.#unstored]) await this.#tryToStore(end);
  }

  async #tryToStore(end: RunEnd): Promise<EndResult | undefined> {
    try {
      const result = await this.#storage.endRun(end);
      this.#unstored.delete(end);
      const lost = result.kind === 'ended-already' ? result.run.text !== end.text : result.kind === 'taken-over';
      if (lost) {
        this.#logger.error(
          { event: 'run-lost', run: end.runId, what: result.kind, characters: end.text.length },
          TAKEN_OVER,
        );
      }
      return result;
    } catch (error) {
      this.#logger.error({ err: error, run: end.runId }, 'Guichet could not store the end of an answer.');
      return undefined;
    }
  }

  #storeLater(pauseMs: number): void {
    this.#storingLater ??= setTimeout(async () => {
      this.#storingLater = undefined;
      for (const end of [...this.#unstored]) await this.#tryToStore(end);
      if (this.#unstored.size > 0 && !this.#closing) this.#storeLater(Math.min(pauseMs * 2, STORE_LATER_MOST_MS));
    }, pauseMs).unref();
  }
}
