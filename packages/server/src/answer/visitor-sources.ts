import type { AnswerSource } from '@guichet/contract/chat-event';
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
