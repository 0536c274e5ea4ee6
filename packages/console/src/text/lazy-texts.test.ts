import { afterEach, expect, it } from 'vitest';
import { locale } from '../language/language.ts';
import { lazyTexts, loadTexts } from './lazy-texts.ts';

afterEach(() => {
  locale.value = 'en';
});

it('fetches each language once, when somebody reads it, for every page that is there', async () => {
  const fetched: string[] = [];
  const words = (name: string) =>
    lazyTexts({
      en: async () => {
        fetched.push(`${name} en`);
        return { hello: `Hello from ${name}` };
      },
      fr: async () => {
        fetched.push(`${name} fr`);
        return { hello: `Bonjour de ${name}` };
      },
    });
  const first = words('first');
  await loadTexts('en');
  const second = words('second');
  await loadTexts('en');
  expect([first().hello, second().hello]).toEqual(['Hello from first', 'Hello from second']);
  expect(fetched).toEqual(['first en', 'second en']);
  locale.value = 'fr';
  expect(() => first()).toThrow('The texts in fr have not been loaded.');
  await loadTexts('fr');
  expect([first().hello, second().hello]).toEqual(['Bonjour de first', 'Bonjour de second']);
});
