import { expect, it } from 'vitest';
import { base32, counterOfCode, oneTimeCode, readBase32 } from './one-time-code.ts';

const SECRET = Buffer.from('12345678901234567890');

it('gives the codes of RFC 6238', () => {
  expect(oneTimeCode(SECRET, 59_000)).toBe('287082');
  expect(oneTimeCode(SECRET, 1_111_111_109_000)).toBe('081804');
});

it('takes a code one step late, not two', () => {
  const code = oneTimeCode(SECRET, 59_000);
  expect(counterOfCode(SECRET, code, 89_000)).toBe(1);
  expect(counterOfCode(SECRET, code, 120_000)).toBeUndefined();
});

it('writes a secret so that it can be read again', () => {
  expect(base32(SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(readBase32(base32(SECRET))).toEqual(SECRET);
});
