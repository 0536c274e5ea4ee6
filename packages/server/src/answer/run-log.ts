/**
 * One run's events in memory, encoded once and read by any number of readers, each with its own place. Bounded: what
 * falls out at the old end is replaced by a `snapshot` for readers that come later.
 */
import type { ChatEvent, SnapshotData } from '@guichet/contract/chat-event';
import { formatEventId } from '@guichet/contract/event-id';
import { encodeSseEvent } from '@guichet/contract/sse';
import { isTerminal } from '@guichet/contract/terminal-event';
import { type AnswerSoFar, afterEvents, NOTHING_SO_FAR } from './answer-so-far.ts';
import { tellsExcerpts, visitorParts, visitorSources, withoutExcerpts } from './visitor-sources.ts';

/** Events kept for replay. Beyond: the oldest go, and a reader from before them gets a snapshot instead. */
export const MAX_LOG_EVENTS = 8_192;

/** Characters kept for replay, the same way; about 1 MiB for most texts. */
export const MAX_LOG_CHARS = 1024 * 1024;

export interface RunLogLimits {
  events: number;
  chars: number;
}

/** What a log has dropped, for one that is to go on from there. */
export interface DroppedEvents {
  soFar: AnswerSoFar;
  /** The last of them. */
  upTo: number;
}

/** An event at its place, as the replicas pass it to each other. */
export interface LoggedEvent {
  seq: number;
  event: ChatEvent;
  /** Its data as JSON, which is made once. */
  json: string;
}

/** An event as it is kept. */
interface KeptEvent {
  event: ChatEvent;
  /** As it goes over the wire. */
  frame: string;
}

export class RunLog {
  #epoch: number;
  readonly #limits: RunLogLimits;
  #kept: KeptEvent[] = [];
  /** Sequence number of `#kept[0]`. */
  #firstSeq = 1;
  #chars = 0;
  #ended = false;
  #soFar: AnswerSoFar = NOTHING_SO_FAR;
  #holdsExcerpts = false;

  /** @param epoch how often the answer has been begun */
  constructor(epoch = 1, limits: RunLogLimits = { events: MAX_LOG_EVENTS, chars: MAX_LOG_CHARS }) {
    this.#epoch = epoch;
    this.#limits = limits;
  }

  get epoch(): number {
    return this.#epoch;
  }

  /** The last event's number; 0 before the first. */
  get lastSeq(): number {
    return this.#firstSeq + this.#kept.length - 1;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** What can no longer be read event by event; undefined while everything can. */
  get dropped(): DroppedEvents | undefined {
    return this.#firstSeq === 1 ? undefined : { soFar: this.#soFar, upTo: this.#firstSeq - 1 };
  }

  /**
   * Takes the event that follows.
   * @param json its data, where that was written already
   */
  append(event: ChatEvent, json: string = JSON.stringify(event.data)): void {
    if (this.#ended) throw new Error('A run that has ended takes no further event.');
    const frame = encodeSseEvent(event.type, json, formatEventId({ epoch: this.#epoch, seq: this.lastSeq + 1 }));
    this.#holdsExcerpts ||= tellsExcerpts(event);
    this.#kept.push({ event, frame });
    this.#chars += frame.length;
    this.#ended = isTerminal(event.type);
    if (this.#chars > this.#limits.chars || this.#kept.length > this.#limits.events) this.#dropOldHalf();
  }

  /** The answer is begun anew, or this log goes on from another one's place: readers get everything from here. */
  startOver(epoch: number, dropped?: DroppedEvents): void {
    this.#epoch = epoch;
    this.#kept = [];
    this.#chars = 0;
    this.#ended = false;
    this.#firstSeq = (dropped?.upTo ?? 0) + 1;
    this.#soFar = dropped?.soFar ?? NOTHING_SO_FAR;
    this.#holdsExcerpts = tellsExcerpts({ type: 'snapshot', data: { ...this.#soFar, upTo: 0 } });
  }

  /** What a reader that has seen everything up to `seq` is to be sent, as text for the wire; empty when nothing. */
  readAfter(seq: number): string {
    const from = seq + 1 - this.#firstSeq;
    const head = from < 0 ? this.#snapshotFrames(seq) : '';
    return head + this.#framesFrom(Math.max(0, from));
  }

  #framesFrom(place: number): string {
    let text = '';
    for (let at = place; at < this.#kept.length; at++) text += this.#kept[at]?.frame ?? '';
    return text;
  }

  /** The kept events after this one. */
  eventsAfter(seq: number): LoggedEvent[] {
    const from = Math.max(0, seq + 1 - this.#firstSeq);
    return this.#kept.slice(from).map(({ event }, at) => ({
      seq: this.#firstSeq + from + at,
      event,
      json: JSON.stringify(event.data),
    }));
  }

  /**
   * Stands for every event up to the oldest kept one. A reader at 0 still needs to hear which run this is, so the
   * first event is sent again with its own id.
   */
  #snapshotFrames(seq: number): string {
    const upTo = this.#firstSeq - 1;
    const { text, reasoning, sources = [], activities = [], attachments = [], parts = [], identity } = this.#soFar;
    const data: SnapshotData = {
      text,
      reasoning,
      upTo,
      ...(sources.length > 0 && { sources }),
      ...(activities.length > 0 && { activities }),
      ...(attachments.length > 0 && { attachments }),
      ...(parts.length > 0 && { parts }),
    };
    const head =
      seq === 0 && identity ? encodeFrame({ type: 'run', data: identity }, { epoch: this.#epoch, seq: 1 }) : '';
    return head + encodeFrame({ type: 'snapshot', data }, { epoch: this.#epoch, seq: upTo });
  }

  /**
   * The site's owner switched excerpts off after some were written here: from now on they are not told. Each event keeps
   * its number, so readers in the middle of it notice nothing.
   */
  hideExcerpts(): void {
    if (!this.#holdsExcerpts) return;
    this.#holdsExcerpts = false;
    this.#kept = this.#kept.map((kept, at) => {
      if (!tellsExcerpts(kept.event)) return kept;
      const event = withoutExcerpts(kept.event);
      return { event, frame: encodeFrame(event, { epoch: this.#epoch, seq: this.#firstSeq + at }) };
    });
    this.#chars = this.#kept.reduce((sum, { frame }) => sum + frame.length, 0);
    const { sources, parts } = this.#soFar;
    if (sources) this.#soFar = { ...this.#soFar, sources: visitorSources(sources, false) };
    if (parts) this.#soFar = { ...this.#soFar, parts: visitorParts(parts, false) };
  }

  /** Drops half of what is kept, so that dropping is rare. */
  #dropOldHalf(): void {
    const keep = this.#ended ? 1 : Math.floor(this.#kept.length / 2);
    const gone = this.#kept.splice(0, this.#kept.length - keep);
    this.#firstSeq += gone.length;
    for (const { frame } of gone) this.#chars -= frame.length;
    this.#soFar = afterEvents(
      this.#soFar,
      gone.map(({ event }) => event),
    );
  }
}

/** An event with its place, as it goes over the wire. */
export function encodeFrame({ type, data }: ChatEvent, id: { epoch: number; seq: number }): string {
  return encodeSseEvent(type, JSON.stringify(data), formatEventId(id));
}

/** A run's events from its first on, as they go over the wire. @param seen how many of them are left out */
export function encodeEvents(events: readonly ChatEvent[], epoch: number, seen = 0): string {
  return events.slice(seen).reduce((text, event, at) => text + encodeFrame(event, { epoch, seq: seen + at + 1 }), '');
}
