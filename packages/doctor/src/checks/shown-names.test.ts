import { expect, it } from 'vitest';
import { shownNames } from './shown-names.ts';

it.each([
  [['a'], 'a'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c, d, e'],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'a, b, c, d, e, +2'],
])('%j', (names, line) => {
  expect(shownNames(names)).toBe(line);
});
