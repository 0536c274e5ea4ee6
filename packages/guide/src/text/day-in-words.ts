import type { Locale } from '@guichet/contract/locale';

/** `2026-11-30` as people write it. */
export function dayInWords(day: string, locale: Locale): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
}
