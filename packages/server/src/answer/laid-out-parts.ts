/** A message's parts in order, from its outline and from what is stored or held beside it. */
import type { AnswerSource, ChatEvent, MessageAttachment, ShownActivity } from '@guichet/contract/chat-event';
import { type MessagePart, partsOf, toActivityPart } from '@guichet/contract/message-part';
import type { OutlinePart } from '../storage/storage.ts';

/** What a message holds, as its visitor may see it. */
export interface ShownContent {
  text: string;
  reasoning: string;
  sources: readonly AnswerSource[];
  activities: readonly ShownActivity[];
  attachments: readonly MessageAttachment[];
}

/** A part, and the activity it tells of, whose id its event carries as well. */
interface LaidOutPart {
  part: MessagePart;
  activity?: ShownActivity;
}

/** @param outline empty where nobody noted one */
export function messageParts(outline: readonly OutlinePart[], content: ShownContent): MessagePart[] {
  return laidOut(outline, content).map(({ part }) => part);
}

/** The events that tell these parts again, each in one piece. */
export function partEvents(outline: readonly OutlinePart[], content: ShownContent): ChatEvent[] {
  return laidOut(outline, content).map(({ part, activity }): ChatEvent => {
    const { id } = part;
    switch (part.type) {
      case 'text':
        return { type: 'delta', data: { text: part.text, part: id } };
      case 'reasoning':
        return { type: 'reasoning', data: { text: part.text, part: id } };
      case 'sources':
        return { type: 'sources', data: { sources: [...part.sources], part: id } };
      case 'attachment':
        return { type: 'attachment', data: { attachment: part.attachment, part: id } };
      case 'tool':
      case 'notice': {
        const { kind, label, done, failed } = part;
        return {
          type: 'status',
          data: { id: activity?.id ?? id, kind, label, done, ...(failed && { failed }), part: id },
        };
      }
      default:
        return part satisfies never;
    }
  });
}

/** Everything there is of the message is in exactly one part, also where an outline is older than what lies beside it. */
function laidOut(outline: readonly OutlinePart[], content: ShownContent): LaidOutPart[] {
  const left = { text: content.text, reasoning: content.reasoning };
  const activities = new Map(content.activities.map((one) => [one.id, one]));
  const attachments = new Map(content.attachments.map((one) => [one.id, one]));
  let sources = content.sources;
  const lastOf = { text: lastPart(outline, 'text'), reasoning: lastPart(outline, 'reasoning') };
  const parts: LaidOutPart[] = [];
  for (const planned of outline) {
    const { id } = planned;
    switch (planned.type) {
      case 'text':
      case 'reasoning': {
        const { type } = planned;
        const text = lastOf[type] === id ? left[type] : left[type].slice(0, planned.chars);
        left[type] = left[type].slice(text.length);
        if (text !== '') parts.push({ part: { id, type, text } });
        break;
      }
      case 'sources':
        if (sources.length > 0) parts.push({ part: { id, type: 'sources', sources } });
        sources = [];
        break;
      case 'attachment': {
        const attachment = attachments.get(planned.of);
        if (attachment) parts.push({ part: { id, type: 'attachment', attachment } });
        attachments.delete(planned.of);
        break;
      }
      case 'tool':
      case 'notice': {
        const activity = activities.get(planned.of);
        if (activity) parts.push({ part: toActivityPart(id, activity), activity });
        activities.delete(planned.of);
        break;
      }
      default:
        planned satisfies never;
    }
  }
  const rest = { ...left, sources, activities: [...activities.values()], attachments: [...attachments.values()] };
  for (const part of partsOf(rest)) {
    const activity = activities.get(part.id);
    parts.push({ part, ...(activity && { activity }) });
  }
  return parts;
}

function lastPart(outline: readonly OutlinePart[], type: 'text' | 'reasoning'): string | undefined {
  return outline.findLast((part) => part.type === type)?.id;
}
