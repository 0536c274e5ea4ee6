/** Of several questions that one person asks while typing, the latest counts; the one before it is broken off. */

export class Superseded extends Error {
  override name = 'Superseded';
}

/** No more people than these set up one Guichet at the same moment. */
const MAX_ASKING = 8;

export class LatestOnly {
  readonly #running = new Map<string, AbortController>();

  /**
   * @param who the later question of the same person takes the place of the earlier
   * @param gone aborted when nobody waits any more
   * @throws Superseded
   */
  async run<Result>(who: string, gone: AbortSignal, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const mine = new AbortController();
    this.#running.get(who)?.abort(new Superseded());
    this.#running.delete(who);
    this.#running.set(who, mine);
    this.#breakOffOldest();
    const signal = AbortSignal.any([mine.signal, gone]);
    const superseded = new Promise<never>((_, reject) => {
      mine.signal.addEventListener('abort', () => reject(mine.signal.reason), { once: true });
    });
    const working = work(signal);
    // What is broken off may fail later, when nobody listens any more.
    working.catch(() => undefined);
    try {
      return await Promise.race([working, superseded]);
    } finally {
      if (this.#running.get(who) === mine) this.#running.delete(who);
    }
  }

  #breakOffOldest(): void {
    if (this.#running.size <= MAX_ASKING) return;
    const [who, oldest] = this.#running.entries().next().value ?? [];
    if (who === undefined) return;
    this.#running.delete(who);
    oldest?.abort(new Superseded());
  }
}
