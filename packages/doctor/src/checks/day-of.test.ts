import { expect, it } from 'vitest';
import { dayOf } from './day-of.ts';

it('writes a day the same way everywhere, and none where there is none', () => {
  expect(dayOf(Date.parse('2026-11-30T23:59:59Z'))).toBe('2026-11-30');
  expect(dayOf(Number.NaN)).toBe('?');
});
