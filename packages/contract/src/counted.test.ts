import { expect, it } from 'vitest';
import { countedIn } from './counted.ts';

const forms = { one: '# step', other: '# steps' };
const etapes = { one: '# étape', other: '# étapes' };

it('says a number with its noun by the rules of the language', () => {
  expect([0, 1, 2].map((count) => countedIn('en')(count, forms))).toEqual(['0 steps', '1 step', '2 steps']);
  expect([0, 1, 2].map((count) => countedIn('fr')(count, etapes))).toEqual(['0 étape', '1 étape', '2 étapes']);
});

it('says nothing at all in words of its own where there are any', () => {
  expect(countedIn('en')(0, { ...forms, zero: 'No steps' })).toBe('No steps');
  expect(countedIn('fr')(0, { ...etapes, zero: 'Aucune étape' })).toBe('Aucune étape');
});

it('writes large numbers as the language does', () => {
  expect(countedIn('en')(12_000, forms)).toBe('12,000 steps');
  expect(countedIn('fr')(12_000, etapes)).toBe('12\u202f000 étapes');
  // A million is a form of its own in French, which is written like the others here.
  expect(countedIn('fr')(1_000_000, etapes)).toBe('1\u202f000\u202f000 étapes');
});

it.each([
  ['en', ['0 keys', '1 key', '2 keys', '1234 keys']],
  ['fr', ['0 clé', '1 clé', '2 clés', '1234 clés']],
] as const)('says it also where Intl was taken away: %s', (locale, said) => {
  const forms = locale === 'en' ? { one: '# key', other: '# keys' } : { one: '# clé', other: '# clés' };
  const intl = globalThis.Intl;
  try {
    Reflect.deleteProperty(globalThis, 'Intl');
    expect([0, 1, 2, 1234].map((count) => countedIn(locale)(count, forms))).toEqual(said);
  } finally {
    globalThis.Intl = intl;
  }
});
