import type { Locale } from '@guichet/contract/locale';

/** How dates and figures are written. British English: the day first, and 24 hours. */
export const FORMAT_LOCALES: Readonly<Record<Locale, string>> = { en: 'en-GB', fr: 'fr-FR' };
