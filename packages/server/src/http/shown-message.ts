/** A stored message as its visitor gets it: what is put into words only when it is read, in the reader's language. */
import { AI_WRITTEN } from '@guichet/contract/digital-source-type';
import { ERRORS, isErrorCode } from '@guichet/contract/error-catalogue';
import type { Message } from '@guichet/contract/visitor-api';
import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { messageParts } from '../answer/laid-out-parts.ts';
import { visitorSources } from '../answer/visitor-sources.ts';
import type { SiteContext } from '../sites/site-context.ts';
import type { StoredMessage } from '../storage/storage.ts';
import { toShownActivity } from '../text/shown-activity.ts';
import { toShownAttachment } from '../text/shown-attachment.ts';
import { toProblem } from './problem-response.ts';

export interface ShownTo {
  locale: VisitorLocale;
  site: SiteContext;
  /** Whether visitors of the site get excerpts of the documents its answers are based on. */
  excerpts: boolean;
}

export function toShownMessage(
  { activities, attachments, outline, error, sources, ...message }: StoredMessage,
  { locale, site: { id: site, showToolArguments: showArguments }, excerpts }: ShownTo,
): Message {
  const { text, reasoning = '' } = message;
  const content = {
    ...{ text, reasoning, sources: visitorSources(sources ?? [], excerpts) },
    activities: activities.map((activity) => toShownActivity(activity, locale, { showArguments })),
    attachments: attachments.map((one) => toShownAttachment(one, locale, site)),
  };
  return {
    ...message,
    ...(message.role === 'assistant' && { digitalSourceType: AI_WRITTEN }),
    ...(content.sources.length > 0 && { sources: content.sources }),
    ...(content.activities.length > 0 && { activities: content.activities }),
    ...(content.attachments.length > 0 && { attachments: content.attachments }),
    parts: messageParts(outline, content),
    ...(error && { error: withSentence(error, locale) }),
  };
}

/** The sentence is made when it is read, in the language of whoever reads it. */
function withSentence(error: NonNullable<Message['error']>, locale: VisitorLocale): NonNullable<Message['error']> {
  const code = isErrorCode(error.code) ? error.code : 'internal';
  return { ...error, detail: toProblem(code, locale, { ref: error.ref }).detail, retryable: ERRORS[code].retryable };
}
