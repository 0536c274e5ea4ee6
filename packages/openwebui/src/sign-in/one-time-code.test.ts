import { expect, it } from 'vitest';
import { oneTimeCode, untilNextCodeMs } from './one-time-code.ts';

it('shows the codes of RFC 6238, appendix B', () => {
  // The RFC's secret "12345678901234567890", its times, and the last six of its eight digits.
  const manualKey = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(oneTimeCode(manualKey, 59_000)).toBe('287082');
  expect(oneTimeCode(manualKey, 1_111_111_109_000)).toBe('081804');
  expect(oneTimeCode(manualKey, 20_000_000_000_000)).toBe('353130');
});

it('says how long a code still holds', () => {
  expect(untilNextCodeMs(59_000)).toBe(1_000);
  expect(untilNextCodeMs(60_000)).toBe(30_000);
});
