import type { Locale } from '@guichet/contract/locale';
import { FORMAT_LOCALES } from './format-locales.ts';

/** "09:14:05": within one sitting, the day needs no saying. */
export function timeInWords(date: Date, locale: Locale, timeZone?: string): string {
  return new Intl.DateTimeFormat(FORMAT_LOCALES[locale], {
    timeStyle: 'medium',
    ...(timeZone && { timeZone }),
  }).format(date);
}

/** "23 November 2026 at 09:14" in the reader's own time zone. */
export function momentInWords(iso: string, locale: Locale, timeZone?: string): string {
  return new Intl.DateTimeFormat(FORMAT_LOCALES[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    ...(timeZone && { timeZone }),
  }).format(new Date(iso));
}

/** The time alone for what was today, the whole moment for what was not: "10:42" or "23 November 2026 at 09:14". */
export function asOfInWords(date: Date, locale: Locale, now: Date, timeZone?: string): string {
  const zone = timeZone ? { timeZone } : {};
  const day = new Intl.DateTimeFormat(FORMAT_LOCALES[locale], { dateStyle: 'short', ...zone });
  if (day.format(date) !== day.format(now)) return momentInWords(date.toISOString(), locale, timeZone);
  return new Intl.DateTimeFormat(FORMAT_LOCALES[locale], { timeStyle: 'short', ...zone }).format(date);
}
