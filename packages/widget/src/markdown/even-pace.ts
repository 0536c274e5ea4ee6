/** What is shown is never further behind what has arrived, measured at the screen’s own frames. */
export const MAX_LAG_MS = 200;

/** What arrives is spread over this long. The rest of `MAX_LAG_MS` is for the way to the next frame, down to 20 a second. */
const SPREAD_MS = 150;

/**
 * How much of a text that arrives in bursts is shown when: as evenly as its bound allows. What has arrived is due some
 * time later, and the pace is the lowest at which all of it is in time. Knows no clock and no screen.
 */
export class EvenPace {
  /** Up to where the text is due, and when; the earliest first. */
  #due: { length: number; at: number }[] = [];
  #shown = 0;
  /** When `#shown` was true. */
  #at = 0;

  /** @param length of all that has arrived so far */
  arrived(length: number, now: number): void {
    if (this.#due.length === 0) this.#at = now;
    this.#due.push({ length, at: now + SPREAD_MS });
  }

  /** @returns how many characters are to be seen in the frame of this time */
  shownAt(now: number): number {
    // The frame may have begun before what it shows arrived.
    const passed = Math.max(0, now - this.#at);
    let shown = this.#shown;
    for (const { length, at } of this.#due) {
      const part = at <= now ? 1 : passed / (at - this.#at);
      shown = Math.max(shown, this.#shown + (length - this.#shown) * part);
    }
    this.#shown = shown;
    this.#at += passed;
    this.#due = this.#due.filter(({ length, at }) => at > now && length > shown);
    return Math.ceil(shown);
  }

  /** All that has arrived is shown. */
  catchUp(length: number): void {
    this.#due = [];
    this.#shown = length;
  }

  get isBehind(): boolean {
    return this.#due.length > 0;
  }
}
