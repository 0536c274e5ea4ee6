/**
 * Which sites were lately refused the chat. A browser keeps the refusal from its page, so no visitor can quote a
 * reference: what was refused is remembered here instead, for as long as this process runs.
 */

/** Anybody can write an origin. Beyond: the one that was refused longest ago goes. */
export const MAX_REFUSED_SITES = 10;

export const REFUSED_SITE_KEPT_MS = 24 * 60 * 60_000;

export class RefusedSites {
  readonly #now: () => number;
  /** When each was last refused, the latest last. */
  readonly #refusedAt = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  note(origin: string): void {
    this.#refusedAt.delete(origin);
    this.#refusedAt.set(origin, this.#now());
    const [oldest] = this.#refusedAt.keys();
    if (this.#refusedAt.size > MAX_REFUSED_SITES && oldest !== undefined) this.#refusedAt.delete(oldest);
  }

  /** The latest first. Those that were let in since are still among them. */
  list(): string[] {
    const since = this.#now() - REFUSED_SITE_KEPT_MS;
    return [...this.#refusedAt].flatMap(([origin, at]) => (at >= since ? [origin] : [])).reverse();
  }
}
