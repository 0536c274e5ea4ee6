import { expect, it } from 'vitest';
import { failure } from '../testing/evidence.ts';
import { verdictLine } from '../testing/verdict-line.ts';
import { shownByRefusal } from './shown-by-refusal.ts';

it.each([
  ['no refusal', undefined, 'ok'],
  ['one that comes later', failure('account-pending'), 'ok'],
  ['one that comes earlier', failure('key-unknown'), 'skip nothingToSee'],
  ['another reason', failure('timeout'), 'skip nothingToSee'],
  ['no reason', failure('unknown'), 'skip nothingToSee'],
])('%s', (_name, seen, line) => {
  expect(verdictLine(shownByRefusal(seen, ['account-gone', 'account-pending']))).toBe(line);
});
