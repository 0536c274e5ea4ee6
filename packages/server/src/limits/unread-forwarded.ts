/** Entries of `X-Forwarded-For` that a trusted proxy wrote and that are no address, for the doctor and the log. */
import type { Logger } from '../observe/logger.ts';

/** Of the latest entry, what is kept: the longest address with a port is shorter. */
const MAX_ENTRY_CHARS = 60;

/** It comes with every request of that proxy. */
const SAY_EVERY_MS = 60 * 60_000;

/** A proxy that was mended is not complained of any more after this. */
const KEPT_MS = 24 * 60 * 60_000;

export class UnreadForwarded {
  readonly #logger: Pick<Logger, 'warn'>;
  #latest: { entry: string; atMs: number } | undefined;
  #times = 0;
  #saidMs = Number.NEGATIVE_INFINITY;

  constructor(logger: Pick<Logger, 'warn'>) {
    this.#logger = logger;
  }

  note(entry: string): void {
    const now = performance.now();
    if (this.current === undefined) this.#times = 0;
    this.#times++;
    this.#latest = { entry: entry.replace(/[^ -~]/g, '?').slice(0, MAX_ENTRY_CHARS), atMs: now };
    if (now - this.#saidMs < SAY_EVERY_MS) return;
    this.#saidMs = now;
    this.#logger.warn(
      { entry: this.#latest.entry },
      'A trusted proxy sent an X-Forwarded-For header without a valid address. Everyone behind this proxy counts as one network.',
    );
  }

  get current(): { entry: string; times: number } | undefined {
    if (!this.#latest || performance.now() - this.#latest.atMs > KEPT_MS) return undefined;
    return { entry: this.#latest.entry, times: this.#times };
  }
}
