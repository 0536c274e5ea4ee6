/** After a sign-in that failed, the next one waits, longer each time, so that the account is not locked out. */

/** After the first sign-in that failed; doubles with each further one. Meanwhile the old session serves to its end. */
export const FIRST_PAUSE_MS = 60_000;
/** Someone who corrects the password waits no longer than this. */
export const LONGEST_PAUSE_MS = 30 * 60_000;

export class SignInPause {
  readonly #now: () => number;
  #notBefore = 0;
  #pauseMs = FIRST_PAUSE_MS;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Milliseconds until the next try; 0 when it may be made. */
  get leftMs(): number {
    return Math.max(0, this.#notBefore - this.#now());
  }

  /** @param atLeastMs what Open WebUI asked to wait */
  failed(atLeastMs = 0): void {
    this.#notBefore = this.#now() + Math.max(this.#pauseMs, atLeastMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }

  succeeded(): void {
    this.#notBefore = 0;
    this.#pauseMs = FIRST_PAUSE_MS;
  }
}
