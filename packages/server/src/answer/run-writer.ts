/**
 * Puts a run's events where readers find them. What is shared with other replicas is there before any reader sees it:
 * when this process dies, no visitor has seen a word that the others do not have.
 */
import type { ChatEvent } from '@guichet/contract/chat-event';
import { isTerminal } from '@guichet/contract/chat-event';
import { encodeFrame, RunLog } from './run-log.ts';

/** An event as it is kept: its type, and how it goes over the wire. */
export interface LoggedEvent {
  seq: number;
  type: string;
  frame: string;
}

/** The shared log of one run, for the process that writes it. */
export interface RunShare {
  /**
   * Settles when the events are kept, or when it is known that this replica is alone for now.
   * @param log what was shown before them
   * @returns false when another process writes this run: nothing of it may be shown any more
   */
  publish(events: readonly LoggedEvent[], log: RunLog): Promise<boolean>;
}

export interface RunWriterParts {
  epoch: number;
  share?: RunShare | undefined;
  /** The log has more than before. */
  onShown: () => void;
  /** Another process writes this run now. */
  onLost: () => void;
}

export class RunWriter {
  /** What readers may see. */
  readonly log: RunLog;
  readonly #parts: RunWriterParts;
  #staged: LoggedEvent[] = [];
  #lastSeq = 0;
  #ended = false;
  #lost = false;
  #publishing: Promise<void> | undefined;

  constructor(parts: RunWriterParts) {
    this.#parts = parts;
    this.log = new RunLog(parts.epoch);
  }

  /** The last event's number, shown or not. */
  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** Whether nothing can follow, shown or not. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Whether another process writes this run now. */
  get lost(): boolean {
    return this.#lost;
  }

  append(event: ChatEvent): void {
    if (this.#ended) throw new Error('A run that has ended takes no further event.');
    this.#ended = isTerminal(event.type);
    this.#lastSeq++;
    if (!this.#parts.share) {
      this.log.append(event);
      return;
    }
    const frame = encodeFrame(event, { epoch: this.#parts.epoch, seq: this.#lastSeq });
    this.#staged.push({ seq: this.#lastSeq, type: event.type, frame });
  }

  /** Shows what was appended: now, or as soon as the other replicas have it. */
  flush(): void {
    if (this.#parts.share) this.#publishing ??= this.#publish(this.#parts.share);
    else this.#parts.onShown();
  }

  /** Settles when all that was flushed is shown, or when this run is another's. */
  async settled(): Promise<void> {
    while (this.#publishing) await this.#publishing;
  }

  async #publish(share: RunShare): Promise<void> {
    while (this.#staged.length > 0 && !this.#lost) {
      const events = this.#staged;
      this.#staged = [];
      const isMine = await share.publish(events, this.log);
      if (isMine) {
        for (const { frame, type } of events) this.log.appendFrame(frame, type);
        this.#parts.onShown();
      } else {
        this.#lost = true;
        this.#parts.onLost();
      }
    }
    this.#publishing = undefined;
  }
}
