/** A file of an answer as a visitor gets it. */
import type { MessageAttachment } from '@guichet/contract/chat-event';
import { VISITOR_TEXTS, type VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { DEFAULT_SITE, visitorPathOf } from '../sites/site-context.ts';
import type { StoredAttachment } from '../storage/storage.ts';

/** What somebody said of it, if anybody did. */
export function descriptionOf(alt: string): string | undefined {
  return Object.values(VISITOR_TEXTS).some((texts) => texts.pictureUndescribed === alt) ? undefined : alt;
}

export function toShownAttachment(
  { id, contentType, description }: StoredAttachment,
  locale: VisitorLocale,
  site: string = DEFAULT_SITE,
): MessageAttachment {
  const alt = description?.trim() || VISITOR_TEXTS[locale].pictureUndescribed;
  return { id, kind: 'image', contentType, alt, url: `${visitorPathOf(site)}/files/${id}` };
}
