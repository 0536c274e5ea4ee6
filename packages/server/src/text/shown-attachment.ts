/** A file of an answer as a visitor gets it. */
import type { MessageAttachment } from '@guichet/contract/chat-event';
import { VISITOR_TEXTS, type VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { DEFAULT_SITE, visitorPathOf } from '../sites/site-context.ts';
import type { StoredAttachment } from '../storage/storage.ts';

export function toShownAttachment(
  { id, contentType, description }: StoredAttachment,
  locale: VisitorLocale,
  site: string = DEFAULT_SITE,
): MessageAttachment {
  const alt = description?.trim() || VISITOR_TEXTS[locale].pictureUndescribed;
  return { id, kind: 'image', contentType, alt, url: `${visitorPathOf(site)}/files/${id}` };
}
