/** The guide as it stands in `docs/guide`: whole in both languages, true to the program, and in good typography. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ERRORS } from '@guichet/contract/error-catalogue';
import { LOCALES } from '@guichet/contract/locale';
import { createGuideSite, readGuide } from '@guichet/guide';
import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../../packages/server/src/settings/setting-definitions.ts';
import { settingFacts } from '../../packages/server/src/settings/setting-facts.ts';
import { NOT_USED_YET } from '../reference/settings-page.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/guide');
const guide = readGuide(folder, { version: '0.1.0', settings: settingFacts() });
const site = createGuideSite(guide);
const pages = LOCALES.flatMap((locale) => guide.pages[locale]);
const textOf = (file: string) => readFileSync(path.join(folder, file), 'utf8');

it('has nothing wrong in it: directives, links, pictures, headings, and every page in both languages', () => {
  expect(guide.problems).toEqual([]);
  expect(guide.pages.en.length).toBeGreaterThan(1);
});

describe.each(LOCALES)('in %s', (locale) => {
  it('every error document leads to its own line', () => {
    const { status, body } = site.answer({ path: `/guide/${locale}/errors`, origin: 'https://a.example' });
    expect(status).toBe(200);
    for (const code of Object.keys(ERRORS)) expect(body).toContain(`id="${code}"`);
  });

  it('names the settings that do nothing yet, and no others', () => {
    const text = textOf(`${locale}/reference/settings.md`);
    const sentence = text.split('\n').find((line) => line.startsWith('`GUICHET_PROOF`')) ?? '';
    expect(sentence.match(/[A-Z_]{4,}/g)).toEqual(NOT_USED_YET.map((key) => SETTINGS[key].name));
  });

  it('every page answers, says its title once and names its twin', () => {
    const other = locale === 'en' ? 'fr' : 'en';
    for (const page of guide.pages[locale]) {
      const { status, body } = site.answer({ path: `/guide/${locale}/${page.slug}`, origin: 'https://a.example' });
      expect(status, page.file).toBe(200);
      expect(String(body).match(/<h1/g), page.file).toHaveLength(1);
      expect(String(body), page.file).toContain(`hreflang="${other}" href="/guide/${other}/${page.slug}"`);
    }
  });
});

describe('French pages', () => {
  it.each(guide.pages.fr.map(({ file }) => file))('%s keeps to French typography', (file) => {
    const prose = proseOf(textOf(file));
    expect(
      prose.match(
        /.{0,30}(?:[^\u202f\s]| )[;!?»](?![\w/])|.{0,30}[ \u00a0][:;!?»]|.{0,30}[\p{L}\d]:(?=\s|$)|.{0,30}«[^\u202f]|.{0,30}\p{L}'\p{L}/gmu,
      ) ?? [],
    ).toEqual([]);
  });
});

it.each(pages.map(({ file }) => file))('%s is calm, and tells no secret', (file) => {
  const prose = proseOf(textOf(file));
  expect(prose).not.toMatch(/!(?!\[)|\boops\b|\boups\b|\bsimply\b/i);
  expect(textOf(file)).not.toMatch(/sk-[0-9a-f]{32}|eyJ[\w-]{20,}/);
  const { title, summary } = pages.find((page) => page.file === file) ?? { title: '', summary: '' };
  expect(summary.length, 'length of the summary').toBeLessThan(200);
  expect(title).not.toMatch(/\.$/);
});

/** Without code, links' addresses, directives and front matter that is not shown. */
function proseOf(text: string): string {
  return text
    .replace(/^(?:section|order|keywords|check|causes): .*$/gm, '')
    .replace(/^(title|summary): /gm, '')
    .replace(/```[\s\S]*?```|`[^`\n]*`/g, 'code')
    .replace(/\{\{(?!figure)[^}]*\}\}/g, 'x')
    .replace(/^> \[!\w+\]$/gm, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/https?:\/\/\S+/g, 'x')
    .replace(/^\|[ :|-]+\|$/gm, '');
}
