import { describe, expect, test } from 'vitest';
import { findSecrets, hasSecret } from './find-secrets.ts';
import { KINDS } from './kinds.ts';
import { SAMPLE_KEYS } from './samples/sample-key.ts';
import { seededRandom } from './samples/seeded-random.ts';

const random = seededRandom(7);
const openWebUiKey = SAMPLE_KEYS['open-webui-api-key'](random);
const openAiKey = SAMPLE_KEYS['openai-project'](random);

describe('a secret is found where people and programs put it', () => {
  test.each([
    ['in a sentence', (key: string) => `Ma clé ${key} ne marche plus.`],
    ['at the end of one', (key: string) => `It is ${key}.`],
    ['in an address', (key: string) => `https://a.example/?key=${key}&x=1`],
    ['in an encoded address', (key: string) => `https://a.example/?next=%3Fkey%3D${key}%26x`],
    ['in JSON', (key: string) => JSON.stringify({ apiKey: key })],
    ['in JSON in JSON', (key: string) => JSON.stringify(JSON.stringify({ text: `a\n${key}\nb` }))],
    ['in Markdown', (key: string) => `**${key}** and _${key}_`],
    ['in code', (key: string) => `const key='${key}';`],
    ['after a dash', (key: string) => `--key=${key}`],
  ])('%s', (_name, write) => {
    for (const key of [openWebUiKey, SAMPLE_KEYS.github(random), SAMPLE_KEYS['open-webui-session-token'](random)]) {
      const text = write(key);
      const found = findSecrets(text);
      expect(found.length, text).toBeGreaterThan(0);
      for (const { start, end } of found) expect(text.slice(start, end)).toBe(key);
    }
  });

  test('several, in order', () => {
    const found = findSecrets(`${openWebUiKey} ${openAiKey}\n${openWebUiKey}`);
    expect(found.map(({ kind }) => kind)).toEqual(['open-webui-api-key', 'openai-project', 'open-webui-api-key']);
  });

  test('a private key as one piece, half of one too', () => {
    const key = SAMPLE_KEYS['private-key'](random);
    expect(findSecrets(`a ${key} b`)).toEqual([{ start: 2, end: 2 + key.length, kind: 'private-key' }]);
    const half = key.slice(0, key.length / 2);
    expect(findSecrets(half)).toMatchObject([{ start: 0, kind: 'private-key' }]);
  });
});

describe('what is no secret is left alone', () => {
  test.each([
    'Where do I put the sk-... key?',
    'La ligne -----BEGIN PRIVATE KEY----- me dit quoi ?',
    'the task-list of the disk-usage, risk-free',
    'sk-learn-is-a-python-library-2024',
    'https://example.sk/sk-SK/produkty-a-sluzby-2026',
    '3f2a91c07b4d4e6fa1b2c3d4e5f60718',
    'f81d4fae-7dec-41d0-a765-00a0c91e6bf6',
    'FR76 3000 6000 0112 3456 7890 189',
    'see https://user@host.example:8080/path?a=1',
  ])('%s', (text) => {
    expect(findSecrets(text)).toEqual([]);
    expect(hasSecret(text)).toBe(false);
  });

  test('nor what is public by design', () => {
    for (const kind of KINDS.filter((one) => one.sensitivity === 'public')) {
      expect(hasSecret(`key: ${SAMPLE_KEYS[kind.id](random)}`), kind.id).toBe(false);
    }
  });
});
