/** The measured stream: numbered ticks at a known pace, written by the very reader that writes answers. */
import type { ReadableLog } from '../answer/run-reader.ts';

/** Enough to tell a proxy that collects from a hiccup of the network. */
export const TICK_COUNT = 10;

/** Far enough apart that a proxy which collects for a moment shows, and the whole lasts a second. */
export const TICK_EVERY_MS = 100;

/** Ticks sent so far, as a log that a reader of answers can read. */
export class TickLog implements ReadableLog {
  readonly epoch = 1;
  readonly #frames: string[] = [];
  readonly #begunMs: number;

  /** @param begunMs when the request came, on a clock that only goes forward */
  constructor(begunMs: number) {
    this.#begunMs = begunMs;
  }

  get lastSeq(): number {
    return this.#frames.length;
  }

  get ended(): boolean {
    return this.#frames.length >= TICK_COUNT;
  }

  tick(nowMs: number): void {
    const seq = this.#frames.length + 1;
    const data = JSON.stringify({ seq, sentMs: Math.round(nowMs - this.#begunMs) });
    this.#frames.push(`id: ${seq}\ndata: ${data}\n\n`);
  }

  readAfter(seq: number): string {
    return this.#frames.slice(seq).join('');
  }
}
