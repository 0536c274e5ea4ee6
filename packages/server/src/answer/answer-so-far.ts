/** What a run's events amount to: the same sum that a widget makes of them, kept so that a snapshot can stand for them. */
import type { ChatEventData, SnapshotData } from '@guichet/contract/chat-event';
import { partsAfter } from '@guichet/contract/message-part';

export interface AnswerSoFar extends Omit<SnapshotData, 'upTo'> {
  /** Which run this is; the first event says so. */
  identity?: ChatEventData['run'];
}

export const NOTHING_SO_FAR: AnswerSoFar = { text: '', reasoning: '' };

/** @param frames as they go over the wire, in order */
export function afterFrames(soFar: AnswerSoFar, frames: readonly string[]): AnswerSoFar {
  const sum = { ...soFar };
  for (const frame of frames) {
    const event = eventOf(frame);
    if (event) addEvent(sum, event);
    if (event) sum.parts = [...partsAfter(sum.parts ?? [], event)];
  }
  return sum;
}

export type FrameEvent = {
  [Type in keyof ChatEventData]: { type: Type; data: ChatEventData[Type] };
}[keyof ChatEventData];

/** The event that a frame of ours carries. */
export function eventOf(frame: string): FrameEvent | undefined {
  const match = /(?:^|\n)event: ([^\n]*)\ndata: ([^\n]*)\n/.exec(frame);
  return match?.[1] === undefined ? undefined : ({ type: match[1], data: JSON.parse(match[2] ?? '') } as FrameEvent);
}

function addEvent(sum: AnswerSoFar, event: FrameEvent): void {
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
