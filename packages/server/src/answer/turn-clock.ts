/**
 * Decides when what has arrived is passed on: the first piece of an answer at once, later ones together with whatever
 * else arrives within about two frames of a screen. One timer for all runs, none while nothing waits.
 */

/** Two frames at 60 Hz: too short to see, long enough to join the tokens of a fast model into one write. */
export const COALESCE_MS = 30;

export interface Flushable {
  flush(): void;
}

export class TurnClock {
  readonly #waiting = new Set<Flushable>();
  readonly #intervalMs: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(intervalMs: number = COALESCE_MS) {
    this.#intervalMs = intervalMs;
  }

  /** Calls `flush` within the interval. Asking again before that changes nothing. */
  schedule(flushable: Flushable): void {
    this.#waiting.add(flushable);
    this.#timer ??= setTimeout(this.#tick, this.#intervalMs);
  }

  forget(flushable: Flushable): void {
    this.#waiting.delete(flushable);
  }

  #tick = (): void => {
    this.#timer = undefined;
    const due = [...this.#waiting];
    this.#waiting.clear();
    for (const flushable of due) flushable.flush();
  };

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.clear();
  }
}
