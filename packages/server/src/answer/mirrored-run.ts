/**
 * A run that another replica writes, as its readers here need it: a copy of its shared log that is brought up to date at
 * each ring of its bell and from time to time. Whoever writes the run may die: the end is read from the database then.
 */
import type { ChatEvent } from '@guichet/contract/chat-event';
import type { EventId } from '@guichet/contract/event-id';
import { isTerminal } from '@guichet/contract/terminal-event';
import type { StoredRun } from '../storage/storage.ts';
import type { LiveRun } from './live-run.ts';
import { RunLog, type RunLogLimits } from './run-log.ts';
import type { RunReader } from './run-reader.ts';
import type { LogPart, SharedEvent } from './shared-run-logs.ts';
import { replayEpoch } from './stored-run-replay.ts';

export interface MirroredRunParts {
  read: (runId: string, after?: EventId) => Promise<LogPart>;
  /** The run as it is stored now; undefined when it was deleted. */
  readStored: (run: StoredRun) => Promise<StoredRun | undefined>;
  /** An ended run's events, made again from what is stored. */
  replay: (run: StoredRun) => ChatEvent[];
  /** Tells whoever writes it. */
  stop: (runId: string) => void;
  logLimits?: RunLogLimits | undefined;
  /** Nobody reads it here any more. */
  onUnread: (run: MirroredRun) => void;
}

export class MirroredRun implements LiveRun {
  readonly stored: StoredRun;
  readonly log: RunLog;
  /** What a reader has seen elsewhere may not have come here yet. */
  readonly mayLag = true;
  readonly #parts: MirroredRunParts;
  readonly #readers = new Set<RunReader>();
  #reading: Promise<void> | undefined;
  #readAgain = false;
  /** It was stored as ended when it was last looked at, but its log has not said so. */
  #wasStoredAsEnded = false;

  constructor(stored: StoredRun, parts: MirroredRunParts) {
    this.stored = stored;
    this.#parts = parts;
    this.log = new RunLog(stored.epoch, parts.logLimits);
  }

  get readerCount(): number {
    return this.#readers.size;
  }

  addReader(reader: RunReader): void {
    if (!this.log.ended) this.#readers.add(reader);
  }

  removeReader(reader: RunReader): boolean {
    const wasOne = this.#readers.delete(reader);
    if (wasOne && this.#readers.size === 0) this.#parts.onUnread(this);
    return wasOne;
  }

  dismissReaders(): void {
    for (const reader of [...this.#readers]) reader.leave();
  }

  stop(): void {
    this.#parts.stop(this.stored.id);
  }

  /** Reads what has come. Settles when everything is here that was there when it was asked; never fails. */
  catchUp(): Promise<void> {
    if (this.#reading) this.#readAgain = true;
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** Whether its writer ended it without a word in the log, twice in a row: between the end and its telling is a moment. */
  async lookAtStored(): Promise<void> {
    const stored = await this.#parts.readStored(this.stored);
    if (!stored) {
      this.dismissReaders();
      return;
    }
    if (stored.status === 'streaming' || this.log.ended) return;
    await this.catchUp();
    if (this.log.ended) return;
    if (this.#wasStoredAsEnded) this.#endAs(stored);
    this.#wasStoredAsEnded = true;
  }

  #endAs(stored: StoredRun): void {
    this.log.startOver(replayEpoch(stored));
    for (const event of this.#parts.replay(stored)) this.log.append(event);
    this.#tellReaders();
  }

  async #readAll(): Promise<void> {
    do {
      this.#readAgain = false;
      if (this.log.ended) return;
      try {
        await this.#readOnce();
      } catch {
        // Redis is away: what is missed is read when it is back.
        return;
      }
    } while (this.#readAgain);
  }

  async #readOnce(): Promise<void> {
    const { read } = this.#parts;
    const { epoch, lastSeq } = this.log;
    if (lastSeq > 0) {
      const { events } = await read(this.stored.id, { epoch, seq: lastSeq });
      if (this.#takes(events)) return;
    }
    // Nothing is here yet, or what follows was dropped there already.
    const { dropped, events } = await read(this.stored.id);
    if (dropped && isAfter(dropped.epoch, dropped.upTo, this.log)) this.log.startOver(dropped.epoch, dropped);
    this.#takes(events);
  }

  /** @returns false when something is missing before them */
  #takes(events: readonly SharedEvent[]): boolean {
    let isWhole = true;
    for (const { epoch, seq, event, json } of events) {
      if (this.log.ended) break;
      if (!isAfter(epoch, seq, this.log)) continue;
      if (epoch > this.log.epoch && seq === 1) this.log.startOver(epoch);
      if (epoch !== this.log.epoch || seq !== this.log.lastSeq + 1) {
        isWhole = false;
        break;
      }
      this.log.append(event, json);
      if (isTerminal(event.type)) break;
    }
    this.#tellReaders();
    return isWhole;
  }

  #tellReaders(): void {
    for (const reader of [...this.#readers]) {
      reader.advance();
      if (this.log.ended) reader.finish();
    }
  }
}

function isAfter(epoch: number, seq: number, log: RunLog): boolean {
  return epoch > log.epoch || (epoch === log.epoch && seq > log.lastSeq);
}
