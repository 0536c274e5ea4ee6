import { VISITOR_LOCALES, type VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { enFiles } from './en-files.ts';
import { enGreet } from './en-greet.ts';
import { enIntroduction } from './en-introduction.ts';
import { enKeyWarning } from './en-key-warning.ts';
import { enPanels } from './en-panels.ts';
import { enVoice } from './en-voice.ts';
import { fr } from './fr.ts';
import { failureText, type Texts } from './texts.ts';

async function textsIn(locale: VisitorLocale): Promise<Texts> {
  const texts: Partial<Record<VisitorLocale, Texts>> = await import(/* @vite-ignore */ `./${locale}.ts`);
  return texts[locale] ?? expect.fail(`text/${locale}.ts exports nothing of this name`);
}

/** Every text with the path to it; forms of a number each with the name of theirs. */
function* said(texts: object, path = ''): Generator<[path: string, text: string]> {
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string') yield [`${path}${key}`, text];
    else yield* said(text, `${path}${key}.`);
  }
}

/** Without the forms of a number, which each language has its own of. */
const keysOf = (texts: Texts) =>
  [...said(texts)].map(([path]) => path.replace(/\.(?:zero|one|two|few|many|other)$/, '.#')).filter(unique);

const unique = (entry: string, at: number, all: string[]) => all.indexOf(entry) === at;

describe.each(VISITOR_LOCALES)('the texts in %s', (locale) => {
  it('have every key, and none is empty', async () => {
    const texts = await textsIn(locale);
    expect(keysOf(texts).sort()).toEqual(
      keysOf(
        locale === 'en'
          ? en
          : {
              ...en,
              panels: enPanels,
              keyWarning: enKeyWarning,
              files: enFiles,
              introduction: enIntroduction,
              greet: enGreet,
              voice: enVoice,
            },
      ).sort(),
    );
    for (const [path, text] of said(texts)) expect(text.trim(), path).not.toBe('');
  });

  it('have a form for every number, in which the number stands', async () => {
    const { steps, tooLong, charactersLeft, unread, panels } = await textsIn(locale);
    const { found } = panels ?? enPanels;
    const rules = new Intl.PluralRules(locale);
    const wanted = new Set([0, 1, 2, 3, 5, 11, 21, 100, 1_000].map((count) => rules.select(count)));
    for (const forms of [steps, tooLong, charactersLeft, unread, found]) {
      for (const rule of wanted) if (rule !== 'zero') expect(Object.keys(forms)).toContain(rule);
      // One and two are often said by the noun alone.
      for (const [rule, form] of Object.entries(forms)) if (!/zero|one|two/.test(rule)) expect(form).toContain('#');
    }
  });

  it('keep the places of what is put in', async () => {
    const { pictureAway, keyWarning, files, introduction, panels } = await textsIn(locale);
    expect(pictureAway).toContain('{alt}');
    expect((panels ?? enPanels).aboutPage).toContain('{page}');
    expect((panels ?? enPanels).quoted).toContain('{text}');
    expect((keyWarning ?? enKeyWarning).what).toContain('{names}');
    const placesOf = (texts: object) =>
      [...said(texts)].map(([path, text]) => [path, (text.match(/\{\w+\}/g) ?? []).sort().join()]);
    expect(placesOf(files ?? enFiles)).toEqual(placesOf(enFiles));
    expect(placesOf(introduction ?? enIntroduction)).toEqual(placesOf(enIntroduction));
    expect((files ?? enFiles).hint.startsWith('{kinds}')).toBe(true);
  });

  it('never shout, and have round apostrophes', async () => {
    for (const [path, text] of said(await textsIn(locale))) expect(text, path).not.toMatch(/!|'|oops|oups/i);
  });
});

it('French punctuation has narrow spaces that do not break', () => {
  for (const [path, text] of said(fr)) expect(text, path).not.toMatch(/ [?;!:»]|« /);
});

describe('failureText', () => {
  it('prefers the server’s own sentence', () => {
    const said = { code: 'assistant-busy', detail: 'Busy.', retryable: true };
    expect(failureText(said, en)).toBe('Busy.');
    expect(failureText({ ...said, detail: undefined }, fr)).toBe(fr.noAnswer);
    expect(failureText({ code: 'unreachable', retryable: true }, fr)).toBe(fr.unreachable);
  });
});
