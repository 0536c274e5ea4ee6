/** What a run's events amount to: the same sum that a widget makes of them, kept so that a snapshot can stand for them. */
import type { ChatEvent, ChatEventData, SnapshotData } from '@guichet/contract/chat-event';
import { partsAfter } from '@guichet/contract/message-part';

export interface AnswerSoFar extends Omit<SnapshotData, 'upTo'> {
  /** Which run this is; the first event says so. */
  identity?: ChatEventData['run'];
}

export const NOTHING_SO_FAR: AnswerSoFar = { text: '', reasoning: '' };

/** @param events in order */
export function afterEvents(soFar: AnswerSoFar, events: readonly ChatEvent[]): AnswerSoFar {
  const sum = { ...soFar };
  for (const event of events) {
    addEvent(sum, event);
    sum.parts = [...partsAfter(sum.parts ?? [], event)];
  }
  return sum;
}

function addEvent(sum: AnswerSoFar, event: ChatEvent): void {
  const { type, data } = event;
  switch (type) {
    case 'run':
      sum.identity = data;
      break;
    case 'delta':
      sum.text += data.text;
      break;
    case 'reasoning':
      sum.reasoning += data.text;
      break;
    case 'sources':
      sum.sources = data.sources;
      break;
    case 'status': {
      // Without an id it says what happens at this moment, and nobody needs to hear of it later.
      const { id, kind, label, done, failed } = data;
      if (id === undefined) break;
      const activity = { id, kind, label, done, ...(failed !== undefined && { failed }) };
      const earlier = (sum.activities ?? []).filter((one) => one.id !== id);
      const place = sum.activities?.findIndex((one) => one.id === id) ?? -1;
      sum.activities = earlier.toSpliced(place === -1 ? earlier.length : place, 0, activity as never);
      break;
    }
    case 'attachment':
      sum.attachments = [...(sum.attachments ?? []), data.attachment];
      break;
    case 'snapshot': {
      const { text, reasoning, sources, activities, attachments } = data;
      Object.assign(sum, { text, reasoning });
      if (sources) sum.sources = sources;
      if (activities) sum.activities = activities;
      if (attachments) sum.attachments = attachments;
      break;
    }
    case 'done':
    case 'error':
      break;
    default: {
      event satisfies never;
    }
  }
}
