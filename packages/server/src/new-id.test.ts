import { expect, it } from 'vitest';
import { newId } from './new-id.ts';

it('makes ids of 128 bits that never repeat, however many are made', () => {
  const ids = Array.from({ length: 5_000 }, () => newId('msg'));
  expect(new Set(ids).size).toBe(5_000);
  for (const id of ids) expect(id).toMatch(/^msg_[\w-]{22}$/);
  const bits = ids.flatMap((id) => [...Buffer.from(id.slice(4), 'base64url')].map((byte) => byte.toString(2)));
  const share = bits.join('').replaceAll('0', '').length / (5_000 * 16 * 8);
  // 640,000 fair bits stray from a half by a hundredth once in 10^57 times.
  expect(Math.abs(share - 0.5)).toBeLessThan(0.01);
});
