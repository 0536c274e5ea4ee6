import type { AnswerSource } from '@guichet/contract/chat-event';

/**
 * The sources of an answer as they leave for visitors: live, in a snapshot, made again from storage, or with the messages
 * of a conversation. Whoever may chat with a site is not thereby entitled to read its documents, so an excerpt goes along
 * only where the site's owner wants that. Storage keeps the excerpts; every way out to a visitor passes here.
 */
export function visitorSources(sources: readonly AnswerSource[], excerpts: boolean): AnswerSource[] {
  if (excerpts) return [...sources];
  return sources.map(({ id, title, url }) => ({ id, title, ...(url === undefined ? {} : { url }) }));
}
