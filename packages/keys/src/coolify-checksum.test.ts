import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coolifyChecksumHolds, crc32 } from './coolify-checksum.ts';
import { recognise } from './recognise.ts';
import { SAMPLE_KEYS } from './samples/sample-key.ts';
import { seededRandom } from './samples/seeded-random.ts';

test('agrees with zlib', () => {
  fc.assert(fc.property(fc.stringMatching(/^[ -~]{0,60}$/), (text) => crc32(text) === zlibCrc32(text)));
});

test('a wrong checksum is no Coolify key', () => {
  const random = seededRandom(5);
  const whole = Array.from({ length: 50 }, () => SAMPLE_KEYS.coolify(random)).find(
    (key) => coolifyChecksumHolds(key) === true,
  );
  expect(whole).toBeDefined();
  expect(recognise(whole ?? '').kind).toBe('coolify');
  const wrong = `${whole?.slice(0, -1)}${whole?.endsWith('0') ? '1' : '0'}`;
  expect(coolifyChecksumHolds(wrong)).toBe(false);
  expect(recognise(wrong).kind).not.toBe('coolify');
});

test('an older key of 40 characters has nothing to check', () => {
  expect(coolifyChecksumHolds(`7|${'aB3x'.repeat(10)}`)).toBeUndefined();
});
