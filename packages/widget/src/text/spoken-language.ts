/** The language that is on view: English until the wished one has come, and where it cannot be had. */
import { type CountedForms, countedIn } from '@guichet/contract/counted';
import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { en } from './en.ts';
import type { Texts } from './texts.ts';

/** Nobody waits longer for their language before the panel shows: what it can do counts more than how it says so. */
const LONGEST_WAIT_MS = 1_500;

const ENGLISH: Texts = en;

export interface SpokenLanguage {
  /** What the texts are written in. */
  locale: ReadonlySignal<VisitorLocale>;
  texts: ReadonlySignal<Texts>;
  counted: ReadonlySignal<(count: number, forms: CountedForms) => string>;
  /** False only for the first moments, while the first language is on its way. */
  isSettled: ReadonlySignal<boolean>;
  leave(): void;
}

/** @param load brings the texts of a language that is not part of the widget; undefined where they cannot be had */
export function spokenLanguage(
  wished: ReadonlySignal<VisitorLocale>,
  load: (locale: Exclude<VisitorLocale, 'en'>) => Promise<Texts | undefined>,
): SpokenLanguage {
  const spoken = signal<{ locale: VisitorLocale; texts: Texts }>({ locale: 'en', texts: ENGLISH });
  const isSettled = signal(false);
  const late = setTimeout(() => {
    isSettled.value = true;
  }, LONGEST_WAIT_MS);

  function speak(locale: VisitorLocale, texts: Texts): void {
    if (wished.peek() === locale) spoken.value = { locale, texts };
    isSettled.value = true;
  }

  async function fetchAndSpeak(locale: Exclude<VisitorLocale, 'en'>): Promise<void> {
    const texts = await load(locale);
    if (texts) speak(locale, texts);
    else isSettled.value = true;
  }

  const stopWatching = effect(() => {
    const locale = wished.value;
    if (locale === 'en') speak(locale, ENGLISH);
    else void fetchAndSpeak(locale);
  });

  return {
    locale: computed(() => spoken.value.locale),
    texts: computed(() => spoken.value.texts),
    counted: computed(() => countedIn(spoken.value.locale)),
    isSettled,
    leave() {
      clearTimeout(late);
      stopWatching();
    },
  };
}
