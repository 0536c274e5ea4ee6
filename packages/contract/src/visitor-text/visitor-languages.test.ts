import { describe, expect, it } from 'vitest';
import { ERRORS, type ErrorCode } from '../error-catalogue.ts';
import { LOCALES } from '../locale.ts';
import { OPERATOR_ERRORS } from '../operator-errors.ts';
import { pickVisitorLocale, VISITOR_LOCALES, VISITOR_TEXTS } from './visitor-languages.ts';
import type { VisitorTexts } from './visitor-texts.ts';

const visitorCodes = (Object.keys(ERRORS) as ErrorCode[]).filter(
  (code) => !OPERATOR_ERRORS.some((own) => own === code),
);

/** Every sentence of a language. */
function said({
  problems,
  queue,
  activities,
  namedActivity,
  readingFiles,
  pictureUndescribed,
  examples,
}: VisitorTexts): string[] {
  const ofVisitors: Partial<Record<string, string>> = problems;
  return [
    ...visitorCodes.map((code) => ofVisitors[code] ?? ''),
    ...[0, 1, 2, 3, 5, 11, 21, 100].map(queue.before),
    queue.begun,
    ...Object.values(activities).flatMap((texts) => Object.values(texts)),
    ...Object.values(namedActivity).map((text) => text('Weather')),
    ...Object.values(readingFiles),
    pictureUndescribed,
    ...Object.values(examples),
  ];
}

describe('the visitors’ languages', () => {
  it('hold those of operators', () => {
    expect(VISITOR_LOCALES).toEqual(expect.arrayContaining([...LOCALES]));
  });

  it.each(VISITOR_LOCALES)(
    '%s: says everything, without shouting, straight apostrophes or a number’s empty place',
    (tag) => {
      for (const text of said(VISITOR_TEXTS[tag])) {
        expect(text).not.toBe('');
        expect(text).not.toMatch(/!|'|#|undefined|\s$/);
      }
    },
  );

  it.each(VISITOR_LOCALES.filter((tag) => tag !== 'en'))('%s: repeats no English sentence', (tag) => {
    const english = new Set(said(VISITOR_TEXTS.en).filter((text) => text.includes(' ')));
    expect(said(VISITOR_TEXTS[tag]).filter((text) => english.has(text))).toEqual([]);
  });

  it.each(VISITOR_LOCALES)('%s: says how many questions are ahead, each number once, zero in words', (tag) => {
    const { before } = VISITOR_TEXTS[tag].queue;
    expect(before(0)).not.toMatch(/\p{Nd}/u);
    // One and two are often said by the noun alone.
    for (const count of [3, 5, 11, 21]) {
      const number = new Intl.NumberFormat(tag).format(count);
      expect(before(count).split(number)).toHaveLength(2);
    }
  });

  it('are found by page and browser, with whatever region or script', () => {
    expect(pickVisitorLocale('fr-CA, en;q=0.5')).toBe('fr');
    expect(pickVisitorLocale(['tlh', 'fr_BE'])).toBe('fr');
    expect(pickVisitorLocale(['tlh'])).toBe('en');
    expect(pickVisitorLocale(undefined, 'fr')).toBe('fr');
  });
});
