import type { AnswerSource, ChatEvent } from '@guichet/contract/chat-event';
import type { MessagePart } from '@guichet/contract/message-part';

/**
 * The sources of an answer as they leave for visitors: live, in a snapshot, made again from storage, or with the messages
 * of a conversation. Whoever may chat with a site is not thereby entitled to read its documents, so an excerpt goes along
 * only where the site's owner wants that. Storage keeps the excerpts; every way out to a visitor passes here.
 */
export function visitorSources(sources: readonly AnswerSource[], excerpts: boolean): AnswerSource[] {
  if (excerpts) return [...sources];
  return sources.map(({ id, title, url }) => ({ id, title, ...(url !== undefined && { url }) }));
}

/** The same for the parts of a message. */
export function visitorParts(parts: readonly MessagePart[], excerpts: boolean): MessagePart[] {
  return parts.map((part) =>
    part.type === 'sources' ? { ...part, sources: visitorSources(part.sources, excerpts) } : part,
  );
}

/** Whether an event tells excerpts. */
export function tellsExcerpts(event: ChatEvent): boolean {
  if (event.type !== 'sources' && event.type !== 'snapshot') return false;
  const parts = 'parts' in event.data ? (event.data.parts ?? []) : [];
  const inParts = parts.flatMap((part) => (part.type === 'sources' ? part.sources : []));
  return [...(event.data.sources ?? []), ...inParts].some(({ snippet }) => snippet !== undefined);
}

/** The same event without them. */
export function withoutExcerpts(event: ChatEvent): ChatEvent {
  switch (event.type) {
    case 'sources':
      return { type: 'sources', data: { ...event.data, sources: visitorSources(event.data.sources, false) } };
    case 'snapshot': {
      const { sources, parts } = event.data;
      const bare = {
        ...(sources && { sources: visitorSources(sources, false) }),
        ...(parts && { parts: visitorParts(parts, false) }),
      };
      return { type: 'snapshot', data: { ...event.data, ...bare } };
    }
    default:
      return event;
  }
}
