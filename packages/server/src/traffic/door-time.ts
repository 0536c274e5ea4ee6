/**
 * How long the thread may see to those who wait at the door before it begins more work. The kernel hands over one
 * connection in each round of the thread, whatever else is done in that round: behind a crowd, a health check that needs
 * no time itself would wait for everybody's work.
 *
 * It is lent like the tokens of a bucket, so that a crowd that never ends does not keep the others from their turn.
 */
export class DoorTime {
  readonly #mostMs: number;
  readonly #share: number;
  #leftMs: number;
  #at: number;

  /**
   * @param mostMs what a crowd that comes at once gets
   * @param share of all time, from 0 to 1, what a crowd gets that never ends
   */
  constructor(mostMs: number, share: number, now: number) {
    this.#mostMs = mostMs;
    this.#share = share;
    this.#leftMs = mostMs;
    this.#at = now;
  }

  /** @returns false where there is none left; `ms` is taken otherwise. `now` is monotonic, in milliseconds */
  take(ms: number, now: number): boolean {
    this.#leftMs = Math.min(this.#mostMs, this.#leftMs + (now - this.#at) * this.#share);
    this.#at = now;
    if (this.#leftMs <= 0) return false;
    this.#leftMs -= ms;
    return true;
  }
}
