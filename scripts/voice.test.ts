/**
 * Texts speak with one voice: each thing has one name, and nothing is said that nobody says.
 * Where texts are: voice/catalogues.ts. What they do not say: voice/refused-words.ts. Where it is right nevertheless:
 * voice/exceptions.ts.
 */
import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUES, type CatalogueFile } from './voice/catalogues.ts';
import { EXCEPTIONS } from './voice/exceptions.ts';
import { REFUSED_WORDS } from './voice/refused-words.ts';
import { sentencesIn } from './voice/sentences-in.ts';

const root = path.resolve(import.meta.dirname, '..');

function sentencesOf({ file, language }: CatalogueFile) {
  const whole = path.join(root, file);
  const files = statSync(whole).isDirectory() ? globSync(`${whole}/**/*.md`) : [whole];
  return files.flatMap((one) => sentencesIn(one, language));
}

const isException = (text: string) => EXCEPTIONS.some((exception) => exception.text.test(text));

describe('a catalogue', () => {
  it.each(CATALOGUES)('$file says no refused word', (catalogue) => {
    const sentences = sentencesOf(catalogue);
    expect(sentences.length).toBeGreaterThan(0);
    const refused = sentences
      .filter(({ text }) => !isException(text))
      .flatMap(({ language, text }) =>
        REFUSED_WORDS[language]
          .filter(({ pattern }) => pattern.test(text))
          .map(({ pattern, instead }) => `“${pattern.exec(text)?.[0]}” in: ${text} → ${instead}`),
      );
    expect(refused).toEqual([]);
  });

  it('has a line, wherever it is', () => {
    const named = new Set(CATALOGUES.map(({ file }) => file));
    const files = execFileSync('git', ['ls-files', 'packages'], { cwd: root, encoding: 'utf8' }).split('\n');
    const like = files.filter((file) => /\/(?:[\w-]+-)?(?:en|fr)\.ts$/.test(file));
    expect(like.filter((file) => !named.has(file))).toEqual([]);
  });
});

it('has no exception that nothing needs', () => {
  const texts = CATALOGUES.flatMap(sentencesOf).map(({ text }) => text);
  expect(EXCEPTIONS.filter(({ text }) => !texts.some((said) => text.test(said)))).toEqual([]);
});
