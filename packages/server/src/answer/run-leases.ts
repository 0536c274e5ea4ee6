/**
 * Says again and again that the answers of this process are being written, and ends those of processes that no longer
 * say so: a reader never waits for an answer whose writer is dead.
 */
import type { Logger } from '../observe/logger.ts';
import { RUN_LEASE_MS, type Storage } from '../storage/storage.ts';

/** A sign of life may come late three times before a lease is over. */
const SIGN_OF_LIFE_MS = RUN_LEASE_MS / 4;

export interface RunLeasesParts {
  storage: Pick<Storage, 'renewLeases' | 'endOrphanedRuns'>;
  /** Whether this process writes any answer now, or has yet to store the end of one. */
  hasRuns: () => boolean;
  logger: Pick<Logger, 'warn' | 'error'>;
  now: () => number;
}

export class RunLeases {
  readonly #parts: RunLeasesParts;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #failing = false;

  constructor(parts: RunLeasesParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#looking = this.look();
    }, SIGN_OF_LIFE_MS).unref();
  }

  /** Once; never fails. */
  async look(): Promise<void> {
    const { storage, hasRuns, logger, now } = this.#parts;
    try {
      if (hasRuns()) await storage.renewLeases(now());
      const ended = await storage.endOrphanedRuns(now());
      if (ended > 0) {
        logger.warn({ event: 'runs-orphaned', ended }, 'Answers whose process is gone were ended with what there was.');
      }
      this.#failing = false;
    } catch (error) {
      // Told once: what the storage lacks is told by everybody who needs it.
      if (!this.#failing) logger.error({ err: error }, 'The answers under way could not be claimed for longer.');
      this.#failing = true;
    }
  }

  /** Waits for a look under way; none follows. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }
}
