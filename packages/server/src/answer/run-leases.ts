/**
 * Says again and again that the answers of this process are being written, and takes over those of processes that no
 * longer say so: a reader never waits for an answer whose writer is dead.
 */
import type { Logger } from '../observe/logger.ts';
import { type ClaimedRun, RUN_LEASE_MS, type Storage } from '../storage/storage.ts';

/** A sign of life may come late three times before a lease is over. */
const SIGN_OF_LIFE_MS = RUN_LEASE_MS / 4;

export interface RunLeasesParts {
  storage: Pick<Storage, 'renewLeases' | 'claimOrphans'>;
  /** Whether this process writes any answer now, or has yet to store the end of one. */
  hasRuns: () => boolean;
  /** The answers that this process writes now. */
  written: () => { id: string; stop: () => void; lose: () => void }[];
  /** Whether this process still takes on new work. */
  mayTakeOver: () => boolean;
  /** Goes on with an answer whose process died, or ends it. */
  takeOver: (claimed: ClaimedRun) => Promise<void>;
  logger: Pick<Logger, 'warn' | 'error'>;
  now: () => number;
  /** A clock that only goes forward. */
  steady: () => number;
}

export class RunLeases {
  readonly #parts: RunLeasesParts;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #failing = false;
  /** Until then others may be alive although their leases are over: the storage did not answer them either. */
  #sparedUntil = Number.NEGATIVE_INFINITY;

  constructor(parts: RunLeasesParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), SIGN_OF_LIFE_MS).unref();
  }

  /** Once; never fails. Who asks meanwhile gets the look under way. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(): Promise<void> {
    const { hasRuns, mayTakeOver, logger, steady } = this.#parts;
    try {
      const spared = steady() < this.#sparedUntil;
      if (spared || hasRuns()) await this.#renew();
      if (!spared && mayTakeOver()) await this.#takeOver();
      this.#failing = false;
    } catch (error) {
      // Told once: what the storage lacks is told by everybody who needs it.
      if (!this.#failing) logger.error({ err: error }, 'The answers under way could not be claimed for longer.');
      this.#failing = true;
      this.#sparedUntil = steady() + 2 * SIGN_OF_LIFE_MS;
    }
  }

  async #renew(): Promise<void> {
    const { storage, written, now } = this.#parts;
    // Before the question: an answer that is begun meanwhile is not in the reply.
    const runs = written();
    const mine = new Map((await storage.renewLeases(now())).map(({ runId, stopAsked }) => [runId, stopAsked]));
    for (const { id, stop, lose } of runs) {
      const stopAsked = mine.get(id);
      if (stopAsked === undefined) lose();
      else if (stopAsked) stop();
    }
  }

  async #takeOver(): Promise<void> {
    const { storage, takeOver, logger, now } = this.#parts;
    const claimed = await storage.claimOrphans(now());
    if (claimed.length === 0) return;
    logger.warn(
      { event: 'runs-orphaned', runs: claimed.map(({ run }) => run.id) },
      'Answers whose process is gone were taken over.',
    );
    await Promise.all(claimed.map(takeOver));
  }

  /** Waits for a look under way; none follows. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }
}
