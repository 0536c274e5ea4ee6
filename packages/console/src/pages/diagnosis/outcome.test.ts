import { expect, it } from 'vitest';
import { en } from '../../text/diagnosis-page/en.ts';
import { fr } from '../../text/diagnosis-page/fr.ts';
import { outcomeInWords } from './outcome.ts';
import { checkOf } from './testing-check.ts';
import { titleDetailOf } from './title-detail-of.ts';

const ANSWERS = checkOf('answer/one-token', 'ok');

it('says what fails first, what it means, and how much more there is', () => {
  const first = checkOf('key/known', 'fail', { title: 'Unknown key.', impact: 'No answer.' });
  const checks = [checkOf('own/disk', 'warn'), first, checkOf('own/store', 'fail')];
  expect(outcomeInWords(checks, false, en)).toEqual({
    tone: 'fail',
    what: 'Unknown key.',
    means: ['No answer.', en.outcome.more({ count: 1 })],
  });
  expect(titleDetailOf(checks, en)).toBe('2 problems');
  expect(titleDetailOf([first], fr)).toBe('1 problème');
});

it('promises nothing while it is looking', () => {
  expect(outcomeInWords([ANSWERS], false, en)).toEqual({ tone: 'info', what: en.outcome.looking, means: [] });
});

it('says that visitors get answers only when one was got', () => {
  expect(outcomeInWords([ANSWERS], true, en)).toEqual({ tone: 'ok', what: en.outcome.answers, means: [] });
  const unseen = checkOf('answer/one-token', 'skipped');
  expect(outcomeInWords([unseen], true, fr)).toEqual({ tone: 'ok', what: fr.outcome.nothingFails, means: [] });
  expect(titleDetailOf([ANSWERS], en)).toBe('no problems');
});

it('counts warnings and what could not be judged apart', () => {
  const checks = [ANSWERS, checkOf('own/disk', 'warn'), checkOf('own/clock', 'crashed')];
  expect(outcomeInWords(checks, true, en)).toEqual({
    tone: 'warn',
    what: en.outcome.answers,
    means: [en.outcome.warnings({ count: 1 }), en.outcome.crashed({ count: 1 })],
  });
  expect(titleDetailOf(checks, en)).toBe('2 warnings');
});
