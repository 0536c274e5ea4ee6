/** One browser reading one run: a place in the log and a response to write to. Comes and goes; the run stays. */
import type { ServerResponse } from 'node:http';
import type { EventId } from '@guichet/contract/event-id';
import { SSE_PING } from '@guichet/contract/sse';
import type { RunLog } from './run-log.ts';

/** Numbered events that a reader follows: a run's log, or the measured ticks. */
export type ReadableLog = Pick<RunLog, 'epoch' | 'lastSeq' | 'ended' | 'readAfter'>;

/**
 * What may wait for a slow reader. Beyond: its connection is closed, it comes back and reads on from where it was;
 * the run never waits and memory stays bounded.
 */
export const MAX_UNSENT_BYTES = 256 * 1024;

/** Told to every reader: how long a browser's own reconnection would wait. */
const RETRY_HINT = 'retry: 1000\n\n';

export const STREAM_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  'Content-Encoding': 'identity',
} as const;

export class RunReader {
  readonly #response: ServerResponse;
  readonly #log: ReadableLog;
  #epoch: number;
  #seq: number;
  #onClose: (reader: RunReader, reason: 'ended' | 'left' | 'slow') => void;
  #open = true;

  /** Writes the headers at once, so that the browser knows the connection stands. */
  constructor(
    response: ServerResponse,
    log: ReadableLog,
    after: EventId | undefined,
    headers: Readonly<Record<string, string>>,
    onClose: (reader: RunReader, reason: 'ended' | 'left' | 'slow') => void,
  ) {
    this.#response = response;
    this.#log = log;
    this.#epoch = after?.epoch ?? log.epoch;
    this.#seq = after?.seq ?? 0;
    this.#onClose = onClose;
    // Gone while the question was being accepted: its `close` has been told already.
    if (response.destroyed) {
      this.#open = false;
      return;
    }
    response.writeHead(200, { ...headers, ...STREAM_HEADERS });
    response.on('close', () => this.#close('left'));
    response.on('error', () => this.#close('left'));
    this.#send(RETRY_HINT + this.#next());
    if (log.ended) this.finish();
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Sends what the log has beyond this reader's place: one write, however many events. */
  advance(): void {
    const text = this.#next();
    if (text !== '') this.#send(text);
  }

  beat(): void {
    this.#send(SSE_PING);
  }

  /** The log has ended and this reader has all of it. */
  finish(): void {
    if (!this.#open) return;
    this.#response.end();
    this.#close('ended');
  }

  /** Ends the connection without the run's end; the browser comes back for the rest. */
  leave(): void {
    if (!this.#open) return;
    this.#response.end();
    this.#close('left');
  }

  #next(): string {
    const { epoch } = this.#log;
    // Begun anew: all of it, and the browser clears what it has shown.
    if (epoch > this.#epoch) this.#seq = 0;
    // What this reader has seen has not come here yet.
    if (epoch < this.#epoch) return '';
    this.#epoch = epoch;
    const text = this.#log.readAfter(this.#seq);
    this.#seq = Math.max(this.#seq, this.#log.lastSeq);
    return text;
  }

  #send(text: string): void {
    if (!this.#open) return;
    // What was written before and is still here makes a reader slow, not what it is sent now: a long replay is one
    // write, and Node holds every write until the end of the turn.
    if (this.#response.writableLength > MAX_UNSENT_BYTES) {
      this.#close('slow');
      this.#response.destroy();
      return;
    }
    this.#response.write(text);
  }

  #close(reason: 'ended' | 'left' | 'slow'): void {
    if (!this.#open) return;
    this.#open = false;
    this.#onClose(this, reason);
  }
}
