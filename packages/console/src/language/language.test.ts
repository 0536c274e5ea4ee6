import { expect, it } from 'vitest';
import { chooseLanguage, locale, openLanguage, otherLanguage } from './language.ts';

const page = (lang: string) => ({ lang }) as HTMLElement;

function storage(value: string | null): Storage {
  const kept = new Map(value === null ? [] : [['guichet-console-language', value]]);
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, next) => void kept.set(key, next),
    removeItem: (key) => void kept.delete(key),
  };
}

const closed: Storage = {
  ...storage(null),
  getItem() {
    throw new DOMException('denied', 'SecurityError');
  },
  setItem() {
    throw new DOMException('denied', 'SecurityError');
  },
};

it.each([
  ['fr', ['en-GB'], 'en', 'fr'],
  [null, ['de', 'fr-CA'], 'en', 'fr'],
  [null, ['de'], 'fr', 'fr'],
  ['klingon', ['en'], 'fr', 'en'],
])('kept %s, wished %s, page %s: %s', (kept, wishes, lang, expected) => {
  const element = page(lang);
  openLanguage(element, wishes, storage(kept));
  expect([locale.value, element.lang]).toEqual([expected, expected]);
});

it('keeps the choice, and does without where nothing can be kept', () => {
  const kept = storage(null);
  chooseLanguage(page('en'), 'fr', kept);
  openLanguage(page('en'), ['en'], kept);
  expect(locale.value).toBe('fr');
  openLanguage(page('en'), ['en'], closed);
  chooseLanguage(page('en'), 'fr', closed);
  expect(locale.value).toBe('fr');
  expect(otherLanguage('fr')).toBe('en');
});
