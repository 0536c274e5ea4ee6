import { LOCALES } from '@guichet/contract/locale';
import { describe, expect, it } from 'vitest';
import { LAUNCHER_TEXT } from '../launcher/launcher-text.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { failureText, textsIn } from './texts.ts';

describe('texts', () => {
  it('have the same keys and arguments in every language, none empty', () => {
    const shape = (texts: object) => Object.entries(texts).map(([key, text]) => [key, typeof text]);
    for (const locale of LOCALES) {
      expect(shape(textsIn(locale))).toEqual(shape(en));
      expect(Object.values(textsIn(locale)).every((text) => text.length > 0)).toBe(true);
    }
  });

  it('name the bubble as the loader does', () => {
    for (const locale of LOCALES) expect(textsIn(locale).openChat).toBe(LAUNCHER_TEXT[locale].open);
  });

  it('set French punctuation with narrow spaces that do not break, and round apostrophes', () => {
    const sentences = Object.values(fr).filter((text) => typeof text === 'string');
    for (const text of sentences) {
      expect(text, text).not.toMatch(/ [?;!:»]|« |'/);
    }
  });

  it('never shout and never say oops', () => {
    for (const locale of LOCALES) expect(JSON.stringify(Object.values(textsIn(locale)))).not.toMatch(/!|oops|oups/i);
  });
});

describe('failureText', () => {
  it('prefers the server’s own sentence', () => {
    const said = { code: 'assistant-busy', detail: 'Busy.', retryable: true };
    expect(failureText(said, en)).toBe('Busy.');
    expect(failureText({ ...said, detail: undefined }, fr)).toBe(fr.noAnswer);
    expect(failureText({ code: 'unreachable', retryable: true }, fr)).toBe(fr.unreachable);
  });
});
