import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from './kinds.ts';
import { SAMPLE_KEYS } from './samples/sample-key.ts';
import { seededRandom } from './samples/seeded-random.ts';
import { createScrubber, MIN_SCRUBBED_LENGTH, scrub } from './scrub.ts';

const random = seededRandom(8);

test('a secret becomes its kind and its last two characters', () => {
  const key = SAMPLE_KEYS['openai-project'](random);
  expect(scrub(`refused: ${key}!`)).toBe(`refused: [openai-project …${key.slice(-2)}]!`);
});

test('every kind that is searched for disappears from a log line, which stays JSON', () => {
  for (const kind of KINDS.filter((one) => !one.hintOnly && one.sensitivity === 'secret')) {
    const key = SAMPLE_KEYS[kind.id](random);
    const line = scrub(JSON.stringify({ level: 'warn', message: `tried ${key} and failed`, key }));
    expect(() => JSON.parse(line), kind.id).not.toThrow();
    const secret =
      kind.id === 'url-with-password' ? key.slice(key.indexOf(':', 8) + 1, key.indexOf('@')) : key.slice(-20);
    expect(line, kind.id).not.toContain(JSON.stringify(secret).slice(1, -1));
  }
});

test('doubtful sk- values are hidden too: in a log that costs little', () => {
  for (const id of ['sk48', 'sk-unknown', 'deepseek-like'] as const) {
    const key = SAMPLE_KEYS[id](random);
    expect(scrub(`x ${key} y`)).toBe(`x [${id} …${key.slice(-2)}] y`);
  }
});

describe('values behind the name of a secret', () => {
  test.each([
    ['authorization: Basic dXNlcjpwYXNz', 'authorization: Basic [hidden]'],
    ['{"authorization":"Bearer opaque-value"}', '{"authorization":"Bearer [hidden]"}'],
    ['{"cookie":"token=abc; theme=dark"}', '{"cookie":"[hidden]"}'],
    ['{\\"password\\":\\"hunter22\\"}', '{\\"password\\":\\"[hidden]\\"}'],
    ['/path?api_key=short-one&x=1', '/path?api_key=[hidden]&x=1'],
    ['postgres://guichet:s3cret@db:5432/g', 'postgres://guichet:[hidden]@db:5432/g'],
    ['password: no', 'password: no'],
    ['the password was refused', 'the password was refused'],
  ])('%s', (text, expected) => {
    expect(scrub(text)).toBe(expected);
  });
});

describe('exact secrets, in every form a log may write them', () => {
  const secret = 'pä"ss\\w/ö+rd 42';
  const scrubber = createScrubber({ secrets: [secret, 'short'] });

  test.each([
    ['as it is', secret],
    ['in JSON', JSON.stringify(secret)],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(secret))],
    ['in an address', encodeURIComponent(secret)],
    ['in an address, small letters', encodeURIComponent(secret).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())],
    ['in hexadecimal', Buffer.from(secret).toString('hex')],
    ['in Base64', Buffer.from(secret).toString('base64')],
    ['in Base64 for addresses', Buffer.from(secret).toString('base64url')],
  ])('%s', (_name, written) => {
    const line = scrubber(`before ${written} after`);
    expect(line).toMatch(/^before .*\[configured secret\].* after$/);
    expect(line).not.toContain(written);
  });

  test('inside a longer Base64 text, wherever it begins', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), (before, after) => {
        const line = scrubber(Buffer.from(before + secret + after).toString('base64'));
        expect(line).toContain('[configured secret]');
        expect(line.replace('[configured secret]', '').length).toBeLessThan(2 * 4 * 9);
      }),
    );
  });

  test('any secret long enough disappears from any line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: MIN_SCRUBBED_LENGTH, maxLength: 40 }),
        fc.string({ maxLength: 40 }),
        (own, around) => {
          fc.pre(own.trim() !== '' && !'[configured secret]'.includes(own));
          expect(createScrubber({ secrets: [own] })(`${around}${own}${around}`)).not.toContain(own);
        },
      ),
    );
  });

  test('too short to be told from ordinary words: left', () => {
    expect(scrubber('a short word')).toBe('a short word');
  });
});
