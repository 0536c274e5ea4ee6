import type { Locale } from '@guichet/contract/locale';

/** British English: the day first, and 24 hours. */
const DATE_LOCALES: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR' };

/** "23 November 2026 at 09:14" in the reader's own time zone. */
export function momentInWords(iso: string, locale: Locale, timeZone?: string): string {
  return new Intl.DateTimeFormat(DATE_LOCALES[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    ...(timeZone ? { timeZone } : {}),
  }).format(new Date(iso));
}
