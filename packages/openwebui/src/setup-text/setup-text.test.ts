import { describe, expect, it } from 'vitest';
import type { StepFacts } from '../provision/provision-types.ts';
import { SETUP_TEXTS } from './index.ts';
import type { SetupTexts } from './setup-texts.ts';

const FACTS = { name: 'Guichet', id: 'echo', email: 'guichet-0a1b2c3d@service.invalid', members: 3 };
const LIMIT = { count: 15, windowSeconds: 180 };

/** Every sentence, with facts filled in wherever it takes some, of things made and of things found. */
function sentencesOf({ signIn, allowList, ...rest }: SetupTexts): string[] {
  const { limited, ...plainSignIn } = signIn;
  const { keptOthers, ...plainAllowList } = allowList;
  return [
    ...[rest, plainSignIn, plainAllowList].flatMap(sentencesIn),
    limited(LIMIT, 40),
    limited(LIMIT, 100),
    keptOthers(['/api/v1/notes']),
  ];
}

type Texts = string | ((facts: StepFacts) => string) | { [name: string]: Texts };

function sentencesIn(texts: Texts): string[] {
  if (typeof texts === 'string') return [texts];
  if (typeof texts === 'function') return [texts(FACTS), texts({ ...FACTS, origin: 'found' })];
  return Object.values(texts).flatMap(sentencesIn);
}

describe.each(['en', 'fr'] as const)('the texts in %s', (locale) => {
  const all = sentencesOf(SETUP_TEXTS[locale]);

  it('are whole sentences without haste, and nothing is left undefined', () => {
    expect(all.length).toBeGreaterThan(80);
    for (const sentence of all) {
      expect(sentence).toMatch(/[.:?]$/);
      expect(sentence).not.toMatch(/undefined|NaN|!|oops/i);
    }
  });

  it('follow the typography of the language', () => {
    for (const sentence of all) {
      if (locale === 'en') expect(sentence).not.toMatch(/[«»]| [:;?]/);
      else expect(sentence).not.toMatch(/ [:;?»]|« |'|"/);
    }
  });
});

it('says how long to wait', () => {
  const { limited } = SETUP_TEXTS.en.signIn;
  expect(limited({ count: 10, windowSeconds: 900 }, 610)).toBe(
    'Open WebUI lets nobody try more than 10 times in 15 minutes. Try again in 11 minutes.',
  );
});
