/** A file of an answer as a visitor gets it. */
import type { MessageAttachment } from '@guichet/contract/chat-event';
import type { Locale } from '@guichet/contract/locale';
import { DEFAULT_SITE, visitorPathOf } from '../sites/site-context.ts';
import type { StoredAttachment } from '../storage/storage.ts';

/** Where nobody said what a picture shows: that there is one has to be heard all the same. */
const UNDESCRIBED: Record<Locale, string> = {
  en: 'Picture created by the assistant, without a description',
  fr: 'Image créée par l’assistant, sans description',
};

export function toShownAttachment(
  { id, contentType, description }: StoredAttachment,
  locale: Locale,
  site: string = DEFAULT_SITE,
): MessageAttachment {
  const alt = description?.trim() || UNDESCRIBED[locale];
  return { id, kind: 'image', contentType, alt, url: `${visitorPathOf(site)}/files/${id}` };
}
