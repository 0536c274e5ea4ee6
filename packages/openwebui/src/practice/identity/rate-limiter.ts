/** How many calls one name may make in a window: attempts count, right and wrong ones. */
export class RateLimiter {
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #now: () => number;
  readonly #calls = new Map<string, number[]>();

  constructor(limit: number, windowMs: number, now: () => number) {
    this.#limit = limit;
    this.#windowMs = windowMs;
    this.#now = now;
  }

  /** Counts this call, and says whether it is one too many. */
  isTooMany(name: string): boolean {
    const now = this.#now();
    const recent = (this.#calls.get(name) ?? []).filter((at) => at > now - this.#windowMs);
    this.#calls.set(name, recent);
    if (recent.length >= this.#limit) return true;
    recent.push(now);
    return false;
  }

  /** Seconds until the next call would pass. */
  retryAfterSeconds(name: string): number {
    const oldest = this.#calls.get(name)?.[0] ?? this.#now();
    return Math.max(1, Math.ceil((oldest + this.#windowMs - this.#now()) / 1000));
  }

  forget(): void {
    this.#calls.clear();
  }
}
