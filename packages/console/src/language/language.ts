/** Which language the console speaks: what was chosen here before, else what the browser asks for. */
import { LOCALES, type Locale, pickLocale } from '@guichet/contract/locale';
import { signal } from '@preact/signals';

const KEPT_UNDER = 'guichet-console-language';

/** Each in itself. */
export const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', fr: 'Français' };

export const locale = signal<Locale>('en');

/** @param kept where the choice is kept; a browser may refuse it */
export function openLanguage(documentElement: HTMLElement, wishes: readonly string[], kept?: Storage): void {
  const fallback = pickLocale([documentElement.lang]);
  use(documentElement, pickLocale([readKept(kept) ?? '', ...wishes], fallback));
}

export function chooseLanguage(documentElement: HTMLElement, choice: Locale, kept?: Storage): void {
  use(documentElement, choice);
  try {
    kept?.setItem(KEPT_UNDER, choice);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

export function otherLanguage(current: Locale): Locale {
  return LOCALES.find((one) => one !== current) ?? current;
}

function use(documentElement: HTMLElement, choice: Locale): void {
  locale.value = choice;
  documentElement.lang = choice;
}

function readKept(kept: Storage | undefined): string | undefined {
  try {
    return kept?.getItem(KEPT_UNDER) ?? undefined;
  } catch {
    return undefined;
  }
}
