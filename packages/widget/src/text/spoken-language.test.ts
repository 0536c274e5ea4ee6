import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { type SpokenLanguage, spokenLanguage } from './spoken-language.ts';
import type { Texts } from './texts.ts';
import { wishedLocale } from './wished-locale.ts';

let open: SpokenLanguage[] = [];
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const language of open) language.leave();
  open = [];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function spoken(first: VisitorLocale, load: () => Promise<Texts | undefined>) {
  const wished = signal<VisitorLocale>(first);
  const language = spokenLanguage(wished, load);
  open.push(language);
  return { wished, language };
}

describe('the language on view', () => {
  it('is English at once where English is wished, and nothing is fetched', () => {
    const load = vi.fn();
    const { language } = spoken('en', load);
    expect([language.locale.value, language.texts.value, language.isSettled.value]).toEqual(['en', en, true]);
    expect(load).not.toHaveBeenCalled();
  });

  it('is another one once its texts have come, with its rules of counting', async () => {
    const { language } = spoken('fr', async () => fr);
    expect(language.isSettled.value).toBe(false);
    await vi.advanceTimersByTimeAsync(0);
    expect([language.locale.value, language.texts.value, language.isSettled.value]).toEqual(['fr', fr, true]);
    expect(language.counted.value(0, fr.steps)).toBe('0 étape');
  });

  it('stays English, and settles, where the texts cannot be had', async () => {
    const { language } = spoken('fr', async () => undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect([language.locale.value, language.isSettled.value]).toEqual(['en', true]);
  });

  it('is waited for a second and a half, and comes later all the same', async () => {
    let come = (_: Texts) => {};
    const { language } = spoken('fr', () => new Promise((resolve) => (come = resolve)));
    await vi.advanceTimersByTimeAsync(1_499);
    expect(language.isSettled.value).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect([language.locale.value, language.isSettled.value]).toEqual(['en', true]);
    come(fr);
    await vi.advanceTimersByTimeAsync(0);
    expect(language.locale.value).toBe('fr');
  });

  it('is the last one wished for, whichever comes last', async () => {
    let come = (_: Texts) => {};
    const { wished, language } = spoken('fr', () => new Promise((resolve) => (come = resolve)));
    wished.value = 'en';
    come(fr);
    await vi.advanceTimersByTimeAsync(0);
    expect(language.locale.value).toBe('en');
  });
});

describe('wishedLocale', () => {
  const page = (lang: string, languages: string[]) => {
    vi.stubGlobal('document', { documentElement: { lang } });
    vi.stubGlobal('navigator', { languages });
  };

  it('asks the element, then the page, then the browser', () => {
    page('fr-CA', ['en-GB']);
    expect(wishedLocale(['en', 'fr'], 'en')).toBe('en');
    expect(wishedLocale(['en', 'fr'], undefined)).toBe('fr');
    page('', ['tlh', 'fr']);
    expect(wishedLocale(['en', 'fr'], undefined)).toBe('fr');
    page('tlh', []);
    expect(wishedLocale(['en', 'fr'], 'tlh')).toBe('en');
  });
});
