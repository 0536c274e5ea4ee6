import { describe, expect, test } from 'vitest';
import { cleanCredential, cleanDoubtfulCredential } from './clean-credential.ts';
import type { KindId } from './kinds.ts';
import { recognise } from './recognise.ts';
import { characters } from './samples/characters.ts';
import { sampleCount } from './samples/sample-count.ts';
import { SAMPLE_KEYS } from './samples/sample-key.ts';
import { seededRandom } from './samples/seeded-random.ts';
import { OUTER_WRAPPINGS, WRAPPINGS } from './samples/wrappings.ts';

const random = seededRandom(1910);
const openWebUiKey = SAMPLE_KEYS['open-webui-api-key'](random);
const otherKey = SAMPLE_KEYS['open-webui-api-key'](random);
const base64 = (text: string) => btoa(text);

const HAS_FIXED_LENGTH = new Set<KindId>(['kimi-code', 'groq', 'openrouter']);

/** With a space after every character nothing tells any more where the key begins and where it ends. */
const ALONE_ONLY = new Set(['letter by letter', 'hexadecimal with spaces', 'NUL between, as UTF-16 read wrongly']);

describe('whatever holds exactly one whole key gives that key', () => {
  const samples = sampleCount(10);

  test.each(Object.keys(WRAPPINGS))('Open WebUI’s API key: %s', (name) => {
    for (let count = 0; count < samples; count += 1) {
      const key = SAMPLE_KEYS['open-webui-api-key'](random);
      expect(cleanCredential(WRAPPINGS[name]?.(key) ?? ''), `sample ${count}`).toBe(key);
    }
  });

  test.each(Object.keys(WRAPPINGS))('Open WebUI’s session token: %s', (name) => {
    for (let count = 0; count < samples; count += 1) {
      const token = SAMPLE_KEYS['open-webui-session-token'](random);
      expect(cleanCredential(WRAPPINGS[name]?.(token) ?? ''), `sample ${count}`).toBe(token);
    }
  });

  test.each(Object.entries(OUTER_WRAPPINGS))('each of these once more inside %s', (outer, wrapAgain) => {
    for (const [name, wrap] of Object.entries(WRAPPINGS)) {
      for (const id of ['open-webui-api-key', 'open-webui-session-token'] as const) {
        if (ALONE_ONLY.has(name)) continue;
        const key = SAMPLE_KEYS[id](random);
        const wrapped = wrap(key);
        if (outer === 'Base64 of UTF-16' && !isLatin(wrapped)) continue;
        expect(cleanCredential(wrapAgain(wrapped)), `${id} ${name}`).toBe(key);
      }
    }
  });

  test.each<KindId>(['openai-project', 'kimi-code', 'groq', 'anthropic-api', 'openrouter'])(
    'and a provider’s key is called by its name: %s',
    (id) => {
      for (const [name, wrap] of Object.entries(WRAPPINGS)) {
        const key = SAMPLE_KEYS[id](random);
        // An address with a password in it is named as that, whoever's the password is.
        if (name === 'password in an address') continue;
        const plain = recognise(key, { salt: 's' });
        const { kind, cause, fingerprint } = recognise(wrap(key), { salt: 's' });
        expect({ kind, cause }, name).toEqual({ kind: plain.kind, cause: plain.cause });
        // Where a key of no fixed length ends cannot be told when it is in pieces; it is named all the same.
        if (HAS_FIXED_LENGTH.has(id)) expect(fingerprint, name).toBe(plain.fingerprint);
      }
    },
  );
});

test('a key of Kimi’s own (sk-kimi- and 64 characters) is a provider’s', () => {
  const key = `sk-kimi-${characters(random, 'base62', 64)}`;
  expect(recognise(key)).toMatchObject({ kind: 'kimi-code', cause: 'key-is-provider-key', confidence: 'certain' });
});

describe('two different keys are said to be two', () => {
  test.each<[string, string]>([
    ['lines', `${openWebUiKey}\n${otherKey}`],
    ['words', `${openWebUiKey} ${otherKey}`],
    ['nothing between them', `${openWebUiKey}${otherKey}`],
    ['comma', `${openWebUiKey},${otherKey}`],
    ['JSON', JSON.stringify({ old: openWebUiKey, new: otherKey })],
    ['base64', base64(`${openWebUiKey}\n${otherKey}\n`)],
    ['one of them in base64', `data:\n  a: ${base64(openWebUiKey)}\n  b: ${base64(otherKey)}`],
    ['the same name twice', `OPENWEBUI_API_KEY=${openWebUiKey}\nOPENWEBUI_API_KEY=${otherKey}`],
    ['two providers’ keys', `${SAMPLE_KEYS.groq(random)}\n${SAMPLE_KEYS['openai-project'](random)}`],
  ])('%s', (_name, text) => {
    expect(recognise(text)).toMatchObject({
      kind: 'several',
      family: 'none',
      cause: 'key-malformed',
      lastTwo: '',
      fingerprint: '',
    });
    expect(cleanCredential(text)).toBeUndefined();
    expect(cleanDoubtfulCredential(text)).toBeUndefined();
  });

  test.each<[string, string]>([
    ['a line of a compose file', `- OTHER_KEY=${otherKey}\n- OPENWEBUI_API_KEY=${openWebUiKey}`],
    ['JSON', JSON.stringify({ other: otherKey, OPENWEBUI_API_KEY: openWebUiKey })],
    ['YAML block', `OTHER: ${otherKey}\nOPENWEBUI_API_KEY: >-\n  ${openWebUiKey}\nLAST: ${otherKey}`],
    [
      'Kubernetes variables',
      `- name: OTHER\n  value: ${otherKey}\n- name: OPENWEBUI_API_KEY\n  value: ${openWebUiKey}`,
    ],
    ['Kubernetes secret', `data:\n  OTHER: ${base64(otherKey)}\n  OPENWEBUI_API_KEY: ${base64(openWebUiKey)}`],
    ['setx', `setx OTHER ${otherKey}\nsetx OPENWEBUI_API_KEY ${openWebUiKey}`],
  ])('unless one of them is named as ours: %s', (_name, text) => {
    expect(cleanCredential(text)).toBe(openWebUiKey);
  });

  test('the one that Open WebUI made counts among others’', () => {
    const text = JSON.stringify({ openai: SAMPLE_KEYS['openai-project'](random), chat: openWebUiKey });
    expect(cleanCredential(text)).toBe(openWebUiKey);
  });
});

describe('nothing is certain about what was not understood', () => {
  test.each([
    base64('nothing of a key'),
    `${base64('nothing of a key')}=`,
    'OPENWEBUI_API_KEY: >-',
    'OPENWEBUI_API_KEY: |',
    '# only a comment',
    '>-',
    '\\n',
    '\\u0000',
    '""\\n',
    'OPENWEBUI_API_KEY=\\n',
    'c2stMDEyMzQ1Njc4OWFiY2RlZjAx=',
    'foo: bar: =',
    'Bonjour… voici la clé',
    'Voilà *** la clé ***',
    '{"data": {"k": "…"}}',
    `OPENWEBUI_API_KEY=\nOPENAI_API_KEY=${SAMPLE_KEYS['openai-project'](random)}`,
    '%%%%=',
    '\u0001\u0002',
    'base64=',
  ])('%j', (text) => {
    const recognition = recognise(text);
    expect(recognition.confidence).not.toBe('certain');
    expect(recognition.family).toBe('none');
  });

  test.each(['', '  \n', 'OPENWEBUI_API_KEY=', 'OPENWEBUI_API_KEY=""', 'export OPENWEBUI_API_KEY=', 'Bearer '])(
    'what is empty is certainly empty: %j',
    (text) => {
      expect(recognise(text)).toMatchObject({ kind: 'missing', confidence: 'certain' });
    },
  );
});

describe('a whole token is preferred to one with something stuck to it', () => {
  test('a word on the next line is no part of it', () => {
    const token = SAMPLE_KEYS['open-webui-session-token'](random);
    expect(cleanCredential(`${token}\nmerci`)).toBe(token);
    expect(cleanCredential(`Bonjour\n${token}\nmerci`)).toBe(token);
  });
});

/** `btoa` takes bytes only, and two bytes a letter are made from letters of one. */
function isLatin(text: string): boolean {
  return [...text].every((sign) => sign.charCodeAt(0) < 0x100);
}
