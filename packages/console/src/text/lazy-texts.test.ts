import { expect, it, vi } from 'vitest';

// A language of its own: what other files have drawn would be drawn anew with this one.
vi.resetModules();
const { locale } = await import('../language/language.ts');
const { lazyTexts, loadTexts } = await import('./lazy-texts.ts');

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
