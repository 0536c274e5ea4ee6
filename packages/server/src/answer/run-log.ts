/**
 * One run's events in memory, encoded once and read by any number of readers, each with its own place. Bounded: what
 * falls out at the old end is replaced by a `snapshot` for readers that come later.
 */
import { type ChatEvent, type ChatEventData, isTerminal, type SnapshotData } from '@guichet/contract/chat-event';
import { formatEventId } from '@guichet/contract/event-id';
import { encodeSseEvent } from '@guichet/contract/sse';
import { visitorSources } from './visitor-sources.ts';

/** Events kept for replay. Beyond: the oldest go, and a reader from before them gets a snapshot instead. */
export const MAX_LOG_EVENTS = 8_192;

/** Characters kept for replay, the same way; about 1 MiB for most texts. */
export const MAX_LOG_CHARS = 1024 * 1024;

/** What the dropped events said, so that a snapshot can stand for them. */
export type AnswerSoFar = Omit<SnapshotData, 'upTo'>;

export interface RunLogLimits {
  events: number;
  chars: number;
}

export class RunLog {
  /** A run is answered once in this process; a replay from storage counts as the next epoch. */
  readonly epoch = 1;
  readonly #soFar: () => AnswerSoFar;
  readonly #limits: RunLogLimits;
  #frames: string[] = [];
  /** Sequence number of `#frames[0]`. */
  #firstSeq = 1;
  #chars = 0;
  #ended = false;
  #identity: ChatEventData['run'] | undefined;

  constructor(soFar: () => AnswerSoFar, limits: RunLogLimits = { events: MAX_LOG_EVENTS, chars: MAX_LOG_CHARS }) {
    this.#soFar = soFar;
    this.#limits = limits;
  }

  /** The last event's number; 0 before the first. */
  get lastSeq(): number {
    return this.#firstSeq + this.#frames.length - 1;
  }

  get ended(): boolean {
    return this.#ended;
  }

  append(event: ChatEvent): void {
    if (this.#ended) throw new Error('A run that has ended takes no further event.');
    if (event.type === 'run') this.#identity = event.data;
    if (event.type === 'sources') this.#holdsExcerpts ||= event.data.sources.some((source) => 'snippet' in source);
    const frame = encodeSseEvent(
      event.type,
      JSON.stringify(event.data),
      formatEventId({ epoch: this.epoch, seq: this.lastSeq + 1 }),
    );
    this.#frames.push(frame);
    this.#chars += frame.length;
    this.#ended = isTerminal(event.type);
    if (this.#chars > this.#limits.chars || this.#frames.length > this.#limits.events) this.#dropOldHalf();
  }

  /** What a reader that has seen everything up to `seq` is to be sent, as text for the wire; empty when nothing. */
  readAfter(seq: number): string {
    const from = seq + 1 - this.#firstSeq;
    if (from >= this.#frames.length) return '';
    if (from >= 0)
      return from === this.#frames.length - 1 ? (this.#frames[from] ?? '') : this.#frames.slice(from).join('');
    return this.#snapshotFrames(seq) + this.#frames.join('');
  }

  /**
   * Stands for every event up to the oldest kept one. A reader at 0 still needs to hear which run this is, so the
   * first event is sent again with its own id.
   */
  #snapshotFrames(seq: number): string {
    const upTo = this.#firstSeq - 1;
    const { text, reasoning, sources = [], activities = [], attachments = [] } = this.#dropped;
    const data: SnapshotData = {
      text,
      reasoning,
      upTo,
      ...(sources.length > 0 && { sources }),
      ...(activities.length > 0 && { activities }),
      ...(attachments.length > 0 && { attachments }),
    };
    const head =
      seq === 0 && this.#identity
        ? encodeSseEvent('run', JSON.stringify(this.#identity), formatEventId({ epoch: this.epoch, seq: 1 }))
        : '';
    return head + encodeSseEvent('snapshot', JSON.stringify(data), formatEventId({ epoch: this.epoch, seq: upTo }));
  }

  /**
   * The site's owner switched excerpts off after some were written here: from now on they are not told. Each event keeps
   * its number, so readers in the middle of it notice nothing.
   */
  hideExcerpts(): void {
    if (!this.#holdsExcerpts) return;
    this.#holdsExcerpts = false;
    this.#frames = this.#frames.map((frame, at) => this.#withoutExcerpts(frame, this.#firstSeq + at));
    this.#chars = this.#frames.reduce((sum, frame) => sum + frame.length, 0);
    this.#dropped = { ...this.#dropped, sources: visitorSources(this.#dropped.sources ?? [], false) };
  }

  #withoutExcerpts(frame: string, seq: number): string {
    const data = /\nevent: sources\ndata: (.*)\n/.exec(frame)?.[1];
    if (data === undefined) return frame;
    const { sources } = JSON.parse(data) as ChatEventData['sources'];
    return encodeSseEvent(
      'sources',
      JSON.stringify({ sources: visitorSources(sources, false) }),
      formatEventId({ epoch: this.epoch, seq }),
    );
  }

  #holdsExcerpts = false;

  #dropped: AnswerSoFar = { text: '', reasoning: '' };

  /**
   * Drops half of what is kept, so that dropping is rare. The text of what stays is subtracted from the whole, which
   * is cheaper than keeping every event's text beside its frame.
   */
  #dropOldHalf(): void {
    const keep = this.#ended ? 1 : Math.floor(this.#frames.length / 2);
    const gone = this.#frames.splice(0, this.#frames.length - keep);
    this.#firstSeq += gone.length;
    for (const frame of gone) this.#chars -= frame.length;
    const whole = this.#soFar();
    const kept = textOf(this.#frames);
    this.#dropped = {
      ...whole,
      text: whole.text.slice(0, whole.text.length - kept.text),
      reasoning: whole.reasoning.slice(0, whole.reasoning.length - kept.reasoning),
    };
  }
}

/**
 * How many characters of text and reasoning these frames carry. A snapshot among them carries all that was before it, so
 * what it stands for need not be told again.
 */
function textOf(frames: readonly string[]): { text: number; reasoning: number } {
  const sum = { text: 0, reasoning: 0 };
  for (const frame of frames) {
    const match = /\nevent: (delta|reasoning|snapshot)\ndata: (.*)\n/.exec(frame);
    if (!match?.[2]) continue;
    const { text, reasoning = '' } = JSON.parse(match[2]) as { text: string; reasoning?: string };
    if (match[1] === 'delta') sum.text += text.length;
    else if (match[1] === 'reasoning') sum.reasoning += text.length;
    else Object.assign(sum, { text: text.length, reasoning: reasoning.length });
  }
  return sum;
}
