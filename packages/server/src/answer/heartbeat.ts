/** One timer that keeps every open stream alive; proxies and browsers give up on silent ones. */
import { HEARTBEAT_MS } from '@guichet/contract/limits';

/** Below the promised interval, so that a late timer still keeps the promise. */
const BEAT_MS = HEARTBEAT_MS - 3_000;

export interface Beating {
  beat(): void;
}

export class Heartbeat {
  readonly #streams = new Set<Beating>();
  readonly #intervalMs: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(intervalMs: number = BEAT_MS) {
    this.#intervalMs = intervalMs;
  }

  get size(): number {
    return this.#streams.size;
  }

  add(stream: Beating): void {
    this.#streams.add(stream);
    this.#timer ??= setInterval(() => {
      for (const each of this.#streams) each.beat();
    }, this.#intervalMs);
  }

  remove(stream: Beating): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
