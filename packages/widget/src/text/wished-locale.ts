import { pickLanguage } from '@guichet/contract/locale';
import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';

/**
 * The language to speak: what the element says, then the page's own, then the browser's, and English where it has none of
 * them.
 * @param ours the languages there are
 */
export function wishedLocale(ours: readonly VisitorLocale[], ofElement: string | undefined): VisitorLocale {
  return pickLanguage(ours, [ofElement ?? '', document.documentElement.lang, ...(navigator.languages ?? [])]) ?? 'en';
}
