/**
 * What a message is made of: parts, each with an id, in the order in which they began. Events say which part they belong
 * to, so that a reader who adds them up has the same parts that are stored. What an older server sends names no parts;
 * it is read as if each kind of thing were one.
 */
import type { ActivityKind } from './answer-activity.ts';
import type {
  ActivityPart,
  AnswerSource,
  ChatEvent,
  MessageAttachment,
  MessagePart,
  ShownActivity,
  TextPart,
} from './chat-event.ts';

export type { ActivityPart, AttachmentPart, MessagePart, SourcesPart, TextPart } from './chat-event.ts';

/** What a message holds, without the order in which it came. */
export interface MessageContent {
  text: string;
  reasoning?: string | undefined;
  sources?: readonly AnswerSource[] | undefined;
  activities?: readonly ShownActivity[] | undefined;
  attachments?: readonly MessageAttachment[] | undefined;
}

/** The parts of a message of which nobody noted the order: what was done, then what it stands on, then the words. */
export function partsOf({
  text,
  reasoning = '',
  sources = [],
  activities = [],
  attachments = [],
}: MessageContent): MessagePart[] {
  return [
    ...activities.map((activity) => toActivityPart(activity.id, activity)),
    ...(sources.length > 0 ? [{ id: 'sources', type: 'sources' as const, sources }] : []),
    ...textParts('reasoning', reasoning),
    ...textParts('text', text),
    ...attachments.map((attachment) => ({ id: attachment.id, type: 'attachment' as const, attachment })),
  ];
}

/** The parts after one more event of the answer. */
export function partsAfter(parts: readonly MessagePart[], event: ChatEvent): readonly MessagePart[] {
  switch (event.type) {
    case 'delta':
      return withText(parts, 'text', event.data);
    case 'reasoning':
      return withText(parts, 'reasoning', event.data);
    case 'sources': {
      const { sources, part = 'sources' } = event.data;
      return withPart(parts, { id: part, type: 'sources', sources });
    }
    case 'status': {
      const { id, part = id, kind, label, done, failed } = event.data;
      // Without an id it is news of the moment, such as a place in a queue.
      if (part === undefined) return parts;
      return withPart(
        parts,
        toActivityPart(part, { kind: kind as ActivityKind, label, done, ...(failed && { failed }) }),
      );
    }
    case 'attachment': {
      const { attachment, part = attachment.id } = event.data;
      return withPart(parts, { id: part, type: 'attachment', attachment });
    }
    case 'snapshot':
      return event.data.parts ?? withWords(parts, event.data);
    default:
      return parts;
  }
}

/** How an activity is told as a part of its message. */
export function toActivityPart(id: string, { kind, label, done, failed }: Omit<ShownActivity, 'id'>): ActivityPart {
  return { id, type: kind === 'other' ? 'notice' : 'tool', kind, label, done, ...(failed && { failed }) };
}

function withText(
  parts: readonly MessagePart[],
  type: TextPart['type'],
  { text, part = type }: { text: string; part?: string },
): readonly MessagePart[] {
  const known = parts.find((one) => one.id === part);
  const before = known?.type === type ? known.text : '';
  return withPart(parts, { id: part, type, text: before + text });
}

function withPart(parts: readonly MessagePart[], part: MessagePart): readonly MessagePart[] {
  const known = parts.some(({ id }) => id === part.id);
  return known ? parts.map((one) => (one.id === part.id ? part : one)) : [...parts, part];
}

/** A snapshot of an older server: all words anew, and what is not in it stays. */
function withWords(
  parts: readonly MessagePart[],
  { text, reasoning, sources, activities, attachments }: MessageContent,
) {
  const told = partsOf({ text, reasoning, sources, activities, attachments });
  const replaced = new Set<MessagePart['type']>(['text', 'reasoning']);
  if (sources) replaced.add('sources');
  if (activities) replaced.add('tool').add('notice');
  if (attachments) replaced.add('attachment');
  return [...parts.filter(({ type }) => !replaced.has(type)), ...told];
}

function textParts(type: TextPart['type'], text: string): TextPart[] {
  return text === '' ? [] : [{ id: type, type, text }];
}
