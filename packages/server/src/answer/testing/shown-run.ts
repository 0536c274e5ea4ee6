/** A browser in forty lines: what it shows of a run, by the rules of the wire and nothing else. */
import type { ChatEventData } from '@guichet/contract/chat-event';
import { type EventId, formatEventId, parseEventId } from '@guichet/contract/event-id';
import { createSseParser, type SseMessage, type SseParser } from '@guichet/contract/sse';

export class ShownRun {
  text = '';
  /** How the run ended, as it was told. */
  end: string | undefined;
  position: EventId | undefined;
  /** Everything that must never happen to a reader, and did. */
  readonly faults: string[] = [];
  #parser: SseParser = this.#newParser();

  /** The place that a new connection names. */
  get lastEventId(): string | undefined {
    return this.position && formatEventId(this.position);
  }

  connect(): void {
    this.#parser = this.#newParser();
  }

  readAgain(): void {
    this.text = '';
    this.position = undefined;
  }

  feed(text: string): void {
    this.#parser.feed(text);
  }

  #newParser(): SseParser {
    return createSseParser({ onMessage: (message) => this.#take(message) });
  }

  #take({ event, data, id: written }: SseMessage): void {
    const id = parseEventId(written);
    if (!id) return;
    const last = this.position;
    if (last && (id.epoch < last.epoch || (id.epoch === last.epoch && id.seq <= last.seq))) {
      // One that stands for no more than what is shown is told where nothing else was dropped.
      if (event !== 'snapshot') this.faults.push(`${written} came after ${formatEventId(last)}`);
      return;
    }
    const startsOver = last !== undefined && id.epoch > last.epoch;
    if (startsOver) this.text = '';
    const next = last && !startsOver ? last.seq + 1 : 1;
    if (event !== 'snapshot' && id.seq !== next) this.faults.push(`${written} came where ${next} had to`);
    this.position = id;
    if (this.end !== undefined) this.faults.push(`${event} came after the end`);
    const body = JSON.parse(data) as Partial<ChatEventData['snapshot'] & ChatEventData['done']>;
    if (event === 'delta') this.text += body.text;
    if (event === 'snapshot') this.text = body.text ?? '';
    if (event === 'done') this.end = body.reason;
    if (event === 'error') this.end = 'failed';
  }
}
