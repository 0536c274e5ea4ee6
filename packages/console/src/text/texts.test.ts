import { LOCALES, type Locale } from '@guichet/contract/locale';
import { describe, expect, it } from 'vitest';
import { en as assistantEn } from './assistant/en.ts';
import { fr as assistantFr } from './assistant/fr.ts';
import { en as diagnosisEn } from './diagnosis-page/en.ts';
import { fr as diagnosisFr } from './diagnosis-page/fr.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { en as passwordEn } from './password/en.ts';
import { fr as passwordFr } from './password/fr.ts';
import { reach as reachEn } from './reach/en.ts';
import { reach as reachFr } from './reach/fr.ts';
import { en as settingsEn } from './settings/en.ts';
import { fr as settingsFr } from './settings/fr.ts';
import { en as wholeAgentSetUpEn } from './whole-agent-set-up/en.ts';
import { fr as wholeAgentSetUpFr } from './whole-agent-set-up/fr.ts';
import { en as wizardEn } from './wizard/en.ts';
import { fr as wizardFr } from './wizard/fr.ts';

/** Everybody's words, and those that come with a page. */
const TEXTS: Record<Locale, object> = {
  en: {
    ...en,
    wizardPage: wizardEn,
    settingsPage: settingsEn,
    password: passwordEn,
    diagnosisPage: diagnosisEn,
    assistantPage: assistantEn,
    reach: reachEn,
    wholeAgentSetUp: wholeAgentSetUpEn,
  },
  fr: {
    ...fr,
    wizardPage: wizardFr,
    settingsPage: settingsFr,
    password: passwordFr,
    diagnosisPage: diagnosisFr,
    assistantPage: assistantFr,
    reach: reachFr,
    wholeAgentSetUp: wholeAgentSetUpFr,
  },
};

/** Every text with its place; functions are called with their argument's names standing for its values. */
function everyText(texts: object, place = ''): [place: string, text: string][] {
  return Object.entries(texts).flatMap(([key, text]: [string, unknown]) => {
    const here = `${place}${key}`;
    if (typeof text === 'string') return [[here, text] as [string, string]];
    if (typeof text === 'function') return [[here, String(text(ANY_ARGUMENT))] as [string, string]];
    return typeof text === 'object' && text !== null ? everyText(text, `${here}.`) : [];
  });
}

const ANY_ARGUMENT = new Proxy({}, { get: (_, name) => (typeof name === 'string' ? `<${name}>` : undefined) });

describe('texts', () => {
  it('have the same keys and the same arguments in every language', () => {
    const named = (text: string) => [...new Set(text.match(/<\w+>/g) ?? [])].sort();
    const shape = (texts: object) => everyText(texts).map(([place, text]) => [place, named(text)]);
    for (const locale of LOCALES) expect(shape(TEXTS[locale])).toEqual(shape(TEXTS.en));
  });

  it.each(LOCALES)('are never empty, never shout, never say oops (%s)', (locale) => {
    for (const [place, text] of everyText(TEXTS[locale])) {
      expect(text, place).not.toBe('');
      expect(text, place).not.toMatch(/!|\boops\b|\boups\b|undefined/i);
      expect(text, place).not.toMatch(/'|"| {2}/);
    }
  });

  it('set French punctuation with narrow spaces that do not break', () => {
    for (const [place, text] of everyText(TEXTS.fr)) {
      expect(text, place).not.toMatch(/[^\u202f][;?»]/u);
      expect(text, place).not.toMatch(/[^\u202f]:(?!\/\/)/u);
      expect(text, place).not.toMatch(/«[^\u202f]/u);
    }
  });

  it('address people formally in French', () => {
    for (const [place, text] of everyText(TEXTS.fr))
      expect(text, place).not.toMatch(/(?<!\p{L})(?:tu|ton|ta|tes|toi)(?!\p{L})/iu);
  });
});
