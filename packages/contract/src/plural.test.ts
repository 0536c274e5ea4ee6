import { expect, it } from 'vitest';
import { plural } from './plural.ts';

it.each([
  ['en', 0, 'days'],
  ['en', 1, 'day'],
  ['en', 1.5, 'days'],
  ['en', 2, 'days'],
  ['en', 21, 'days'],
  ['fr', 0, 'day'],
  ['fr', 1, 'day'],
  ['fr', 1.5, 'day'],
  ['fr', 2, 'days'],
  ['fr', 1_000_000, 'days'],
] as const)('in %s, %d takes the form “%s”', (locale, count, form) => {
  expect(plural(locale, count, 'day', 'days')).toBe(form);
});
