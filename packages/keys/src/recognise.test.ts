import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanCredential, cleanDoubtfulCredential } from './clean-credential.ts';
import { isUsable } from './is-usable.ts';
import { KINDS, type KindId } from './kinds.ts';
import { recognise } from './recognise.ts';
import type { Recognition } from './recognition.ts';
import { characters, uuid } from './samples/characters.ts';
import { PASTED_ALONG } from './samples/pasted-along.ts';
import { sampleCount } from './samples/sample-count.ts';
import { SAMPLE_KEYS } from './samples/sample-key.ts';
import { seededRandom } from './samples/seeded-random.ts';

const random = seededRandom(42);
const openWebUiKey = SAMPLE_KEYS['open-webui-api-key'](random);

describe('what the issue asks for by name', () => {
  test.each<[string, Partial<Recognition>]>([
    ['', { kind: 'missing', cause: 'key-missing' }],
    ['   \n', { kind: 'missing', cause: 'key-missing' }],
    ['OPENWEBUI_API_KEY=', { kind: 'missing', cause: 'key-missing' }],
    ['OPENWEBUI_API_KEY=""', { kind: 'missing', cause: 'key-missing' }],
    ['Bearer ', { kind: 'missing', cause: 'key-missing' }],
    ['eyJ_NOUVELLE_CLE_ICI', { kind: 'placeholder', cause: 'key-placeholder' }],
    ['sk-...', { kind: 'placeholder', cause: 'key-placeholder' }],
    ['sk-…', { kind: 'placeholder', cause: 'key-placeholder' }],
    ['eyJ…', { kind: 'placeholder', cause: 'key-placeholder' }],
    ['changeme', { kind: 'placeholder', cause: 'key-placeholder' }],
    ['sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', { kind: 'placeholder' }],
    ['sk-1234', { kind: 'placeholder' }],
    ['sk-1234567890abcdef1234567890abcdef', { kind: 'placeholder' }],
    ['your-api-key-here', { kind: 'placeholder' }],
    ['<votre clé>', { kind: 'placeholder' }],
    ['$' + '{OPENWEBUI_API_KEY}', { kind: 'placeholder' }],
    ['OPENWEBUI_API_KEY=sk-proj-YOUR_OPENAI_KEY_GOES_HERE', { kind: 'placeholder' }],
    ['sk-…1234', { kind: 'masked', cause: 'key-malformed' }],
    ['••••', { kind: 'masked', cause: 'key-malformed' }],
    ['***', { kind: 'masked', cause: 'key-malformed' }],
    ['sk-proj-********abcd', { kind: 'masked', cause: 'key-malformed' }],
    ['[REDACTED]', { kind: 'masked' }],
    [openWebUiKey.slice(0, -3), { kind: 'truncated', looksLike: 'open-webui-api-key', cause: 'key-malformed' }],
    ['eyJhbGciOiJIUzI1NiIsInR5cCI6…', { kind: 'truncated', looksLike: 'jwt', cause: 'key-malformed' }],
    ['sk-ant-api03-Ab3dE5', { kind: 'truncated', looksLike: 'anthropic-api' }],
    ['bonjour tout le monde', { kind: 'unknown', cause: 'key-malformed' }],
  ])('%s', (text, expected) => {
    expect(recognise(text)).toMatchObject(expected);
  });
});

describe('honest about shapes that two makers share', () => {
  test('an Open WebUI key is at most probable, because DeepSeek’s look the same', () => {
    const recognition = recognise(openWebUiKey);
    expect(recognition).toMatchObject({ confidence: 'probable', alsoPossible: ['deepseek'], belongs: 'guichet' });
    expect(recognition.cause).toBeUndefined();
  });

  test('digits that are no version 4 UUID were not made by Open WebUI', () => {
    const digits = uuid(random).replaceAll('-', '');
    for (const [place, digit] of [
      [12, '5'],
      [16, 'c'],
    ] as const) {
      const changed = `sk-${digits.slice(0, place)}${digit}${digits.slice(place + 1)}`;
      expect(recognise(changed)).toMatchObject({ kind: 'deepseek', cause: 'key-is-provider-key' });
    }
  });

  test('a hint accuses nobody', () => {
    for (const kind of KINDS.filter((one) => one.hintOnly)) {
      expect(recognise(SAMPLE_KEYS[kind.id](random)).cause, kind.id).toBe('key-malformed');
    }
  });
});

const SAMPLES = sampleCount(20);

describe(`whatever is pasted along, the key is found (${SAMPLES} of each)`, () => {
  const withoutPrefix = KINDS.filter((kind) => kind.hintOnly && kind.prefixes.length === 0).map((kind) => kind.id);
  const inProse = PASTED_ALONG.length - 2;

  test.each(KINDS.map((kind) => kind.id))('%s', (id) => {
    PASTED_ALONG.forEach((wrap, index) => {
      if (index >= inProse && (withoutPrefix as string[]).includes(id)) return;
      for (let count = 0; count < SAMPLES; count += 1) {
        const key = SAMPLE_KEYS[id](random);
        const plain = recognise(key, { salt: 's' });
        const wrapped = recognise(wrap(key, random), { salt: 's' });
        expect({ ...wrapped, cleaned: [] }, `way ${index}`).toEqual({ ...plain, cleaned: [] });
      }
    });
  });

  test.each(['open-webui-api-key', 'open-webui-session-token'] as const)('%s can be used then', (id) => {
    for (const wrap of PASTED_ALONG) {
      const key = SAMPLE_KEYS[id](random);
      expect(cleanCredential(wrap(key, random))).toBe(key);
    }
  });

  test('a key that a mail program wrapped over two lines', () => {
    const token = SAMPLE_KEYS['open-webui-session-token'](random);
    const wrapped = `${token.slice(0, 70)}\n${token.slice(70, 140)}\r\n${token.slice(140)}`;
    expect(cleanCredential(wrapped)).toBe(token);
    expect(recognise(wrapped).cleaned).toContain('line-breaks');
  });

  test('of several keys in a file, the one that is named as ours', () => {
    const file = `OPENAI_API_KEY=${SAMPLE_KEYS['openai-project'](random)}\nOTHER=${SAMPLE_KEYS['open-webui-api-key'](random)}\nOPEN_WEBUI_API_KEY=${openWebUiKey}`;
    expect(cleanCredential(file)).toBe(openWebUiKey);
  });

  test('of several keys without a name, the one that Open WebUI made', () => {
    expect(cleanCredential(`${SAMPLE_KEYS.groq(random)}\n${openWebUiKey}\n${SAMPLE_KEYS.npm(random)}`)).toBe(
      openWebUiKey,
    );
  });

  test('what was left out is said', () => {
    const pasted = `\u200b export OPENWEBUI_API_KEY="Bearer ${openWebUiKey.replace('-', '\u2011')}"; # prod`;
    expect([...recognise(pasted).cleaned].sort()).toEqual(
      [
        'comment',
        'invisible-characters',
        'quotes',
        'scheme-word',
        'surrounding-space',
        'trailing-punctuation',
        'typographic-dashes',
        'variable-name',
      ].sort(),
    );
  });

  test('a key pasted twice is that key', () => {
    expect(recognise(openWebUiKey + openWebUiKey)).toMatchObject({
      kind: 'open-webui-api-key',
      cleaned: ['repetition'],
    });
  });
});

describe('the credential comes out only when Open WebUI could have made it', () => {
  test.each(KINDS.filter((kind) => kind.family !== 'open-webui').map((kind) => kind.id))('not %s', (id) => {
    const key = sampleThatIs(id);
    expect(cleanCredential(key)).toBeUndefined();
    expect(isUsable(recognise(key))).toBe(false);
  });

  test('somebody who was told may go on with a doubtful one', () => {
    const key = SAMPLE_KEYS['sk-unknown'](random);
    expect(cleanDoubtfulCredential(`"${key}"`)).toBe(key);
    for (const text of ['', 'changeme', 'two words', 'clé']) expect(cleanDoubtfulCredential(text)).toBeUndefined();
  });
});

describe('a result never contains the secret', () => {
  /** What a result may hold besides its own vocabulary. */
  const FREE_TEXT = {
    lastTwo: /^.{0,2}$/,
    fingerprint: /^(?:[0-9a-f]{4}:[0-9a-f]{4}:[0-9a-f]{4})?$/,
    issuedAt: /^[+-]?\d{4,6}-\d\d-\d\dT[\d:.]+Z$/,
    expiresAt: /^[+-]?\d{4,6}-\d\d-\d\dT[\d:.]+Z$/,
  } as const;

  test('by its structure: every text in it is of a fixed vocabulary, or one of four that cannot hold one', () => {
    const vocabulary = new Set<string>(
      [...KINDS.map((kind) => kind.id), ...KINDS.map((kind) => kind.belongs), ...FIXED_WORDS].map(String),
    );
    fc.assert(
      fc.property(anyPaste(), (text) => {
        visitTexts(recognise(text, { salt: 's' }), (name, value) => {
          const pattern = FREE_TEXT[name as keyof typeof FREE_TEXT];
          if (pattern) expect(value).toMatch(pattern);
          else expect(vocabulary).toContain(value);
        });
      }),
      { numRuns: sampleCount(3000) },
    );
  });

  test('by looking: no five characters of a key’s own part are in it', () => {
    const seeded = seededRandom(2026);
    for (const kind of KINDS.filter((one) => one.id !== 'open-webui-pipelines')) {
      for (let count = 0; count < sampleCount(30); count += 1) {
        const key = SAMPLE_KEYS[kind.id](seeded);
        const result = JSON.stringify(recognise(key, { salt: 's' }));
        const own = ownPart(kind.id, key);
        for (let index = 0; index + 5 <= own.length; index += 1) {
          expect(result.includes(own.slice(index, index + 5)), `${kind.id} at ${index}`).toBe(false);
        }
      }
    }
  });

  test('two characters and a fingerprint only when they give nothing away', () => {
    expect(recognise('hunter2')).toMatchObject({ length: 7, lastTwo: '', fingerprint: '' });
  });

  test('fingerprints: same secret and salt, same name; another salt, another name', () => {
    const [one, two, other] = ['a', 'a', 'b'].map((salt) => recognise(openWebUiKey, { salt }).fingerprint);
    expect(one).toBe(two);
    expect(one).not.toBe(other);
    expect(recognise(openWebUiKey).fingerprint).toBe(recognise(` ${openWebUiKey}`).fingerprint);
    expect(recognise(openWebUiKey).fingerprint).not.toBe(recognise(openWebUiKey, { salt: '' }).fingerprint);
  });
});

test('any text whatever gets an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(recognise(text).kind).toBeTypeOf('string');
    }),
    { numRuns: sampleCount(2000) },
  );
});

const FIXED_WORDS = [
  ...['missing', 'placeholder', 'masked', 'truncated', 'several', 'unknown', 'nowhere'],
  ...['open-webui', 'provider', 'app', 'generic', 'none', 'certain', 'probable', 'possible', 'secret', 'public'],
  ...['key-missing', 'key-placeholder', 'key-malformed', 'key-is-provider-key', 'key-is-foreign-token'],
  ...['session-token-used', 'session-token-expired', 'session-token-expiring'],
  ...['up-to-0.8', '0.9-to-0.11', '0.12-or-later'],
  ...['surrounding-space', 'invisible-characters', 'typographic-dashes', 'quotes', 'line-breaks', 'inner-spaces'],
  ...['scheme-word', 'variable-name', 'comment', 'trailing-punctuation', 'other-lines', 'surrounding-words'],
  ...['repetition', 'encoding', 'escapes', 'other-letters', 'excess-length'],
];

function anyPaste() {
  const pasted = fc
    .record({
      id: fc.constantFrom(...KINDS.map((kind) => kind.id)),
      way: fc.nat(PASTED_ALONG.length - 1),
      seed: fc.nat(),
    })
    .map(({ id, way, seed }) => {
      const own = seededRandom(seed);
      return PASTED_ALONG[way]?.(SAMPLE_KEYS[id](own), own) ?? '';
    });
  const cut = fc.tuple(pasted, fc.nat(60)).map(([text, length]) => text.slice(0, length));
  return fc.oneof(pasted, cut, fc.string({ maxLength: 80 }));
}

function visitTexts(value: unknown, visit: (name: string, text: string) => void, name = ''): void {
  if (typeof value === 'string') visit(name, value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) visitTexts(part, visit, Array.isArray(value) ? name : key);
}

/** A key without the beginning that all keys of its kind share. Words of a private key’s first line are no secret. */
function ownPart(id: KindId, key: string): string {
  if (id === 'private-key') return key.split('\n')[1] ?? '';
  if (id === 'url-with-password') return key.slice(key.indexOf(':', 8) + 1, key.indexOf('@'));
  if (key.startsWith('eyJ')) return key.slice(key.lastIndexOf('.') + 1);
  const prefixes = KINDS.flatMap((kind) => [...kind.prefixes]).filter((prefix) => key.startsWith(prefix));
  return key.slice(Math.max(0, ...prefixes.map((prefix) => prefix.length)));
}

/** One in 64 sample keys of DeepSeek may also be Open WebUI’s; the others are asked for here. */
function sampleThatIs(id: KindId): string {
  for (let count = 0; count < 100; count += 1) {
    const key = SAMPLE_KEYS[id](random);
    if (recognise(key).kind === id) return key;
  }
  return characters(random, 'base62', 20);
}
