/**
 * Puts a run's events where readers find them. What is shared with other replicas is there before any reader sees it:
 * when this process dies, no visitor has seen a word that the others do not have.
 */
import type { ChatEvent } from '@guichet/contract/chat-event';
import { isTerminal } from '@guichet/contract/terminal-event';
import { type LoggedEvent, RunLog, type RunLogLimits } from './run-log.ts';

/** The shared log of one run, for the process that writes it. */
export interface RunShare {
  /**
   * Settles when the events are kept, or when it is known that this replica is alone for now.
   * @param log what was shown before them
   * @returns false when another process writes this run: nothing of it may be shown any more
   */
  publish(events: readonly LoggedEvent[], log: RunLog): Promise<boolean>;
  /** The same, after a look at what is missing there of what was shown. */
  catchUp(events: readonly LoggedEvent[], log: RunLog): Promise<boolean>;
  /** Settles when it is written down that from now on a tool may run for this answer: it must not be asked a second time. */
  willAct(): Promise<void>;
}

export interface RunWriterParts {
  epoch: number;
  share?: RunShare | undefined;
  /** Of what is kept; for tests that cannot write a million characters. */
  limits?: RunLogLimits | undefined;
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
  #isBehind = false;
  #publishing: Promise<void> | undefined;

  constructor(parts: RunWriterParts) {
    this.#parts = parts;
    this.log = new RunLog(parts.epoch, parts.limits);
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
    this.#staged.push({ seq: this.#lastSeq, event, json: JSON.stringify(event.data) });
  }

  /** Shows what was appended: now, or as soon as the other replicas have it. */
  flush(): void {
    if (this.#parts.share) this.#publishSoon(this.#parts.share);
    else this.#parts.onShown();
  }

  /** Sends the other replicas what they could not be sent when it was shown. */
  catchUp(): void {
    this.#isBehind = true;
    this.flush();
  }

  /** Settles when all that was flushed is shown, or when this run is another's. */
  async settled(): Promise<void> {
    while (this.#publishing) await this.#publishing;
  }

  #publishSoon(share: RunShare): void {
    if (!this.#hasMore || this.#publishing) return;
    this.#publishing = this.#publish(share).finally(() => {
      this.#publishing = undefined;
      this.#publishSoon(share);
    });
  }

  get #hasMore(): boolean {
    return (this.#isBehind || this.#staged.length > 0) && !this.#lost;
  }

  async #publish(share: RunShare): Promise<void> {
    while (this.#hasMore) {
      const isBehind = this.#isBehind;
      this.#isBehind = false;
      const events = this.#staged;
      this.#staged = [];
      const isMine = await (isBehind ? share.catchUp(events, this.log) : share.publish(events, this.log));
      if (isMine) {
        for (const { event, json } of events) this.log.append(event, json);
        this.#parts.onShown();
      } else {
        this.#lost = true;
        this.#parts.onLost();
      }
    }
  }
}
