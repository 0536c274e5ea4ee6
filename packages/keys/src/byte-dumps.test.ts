import { describe, expect, test } from 'vitest';
import { dumpedTexts } from './byte-dumps.ts';
import { cleanCredential } from './clean-credential.ts';
import type { KindId } from './kinds.ts';
import { recognise } from './recognise.ts';
import { DUMP_WRAPPINGS } from './samples/dump-wrappings.ts';
import { LISTING_WRAPPINGS } from './samples/listing-wrappings.ts';
import { sampleCount } from './samples/sample-count.ts';
import { SAMPLE_KEYS } from './samples/sample-key.ts';
import { seededRandom } from './samples/seeded-random.ts';
import { OUTER_WRAPPINGS } from './samples/wrappings.ts';

const random = seededRandom(2611);
const ALL_WRAPPINGS = { ...DUMP_WRAPPINGS, ...LISTING_WRAPPINGS };
const samples = sampleCount(3);

/** Where one setting touches the next, only the form of Open WebUI's own tells where it ends. */
const OPEN_WEBUI_ONLY = 'strings glued, as cat shows them';
/** Every line of a dump begins with its address, which JSON puts behind a name. */
const LINES_MATTER = /^(?:xxd|hexdump|od -|certutil)/;

describe('a key is found in what programs print of its bytes, of settings and of mails', () => {
  test.each(Object.entries(ALL_WRAPPINGS))('%s', (name, wrap) => {
    for (let count = 0; count < samples; count += 1) {
      for (const id of ['open-webui-api-key', 'open-webui-session-token'] as const) {
        const key = SAMPLE_KEYS[id](random);
        expect(cleanCredential(wrap(key)), `${id}, sample ${count}`).toBe(key);
      }
      for (const id of ['groq', 'openai-project'] satisfies KindId[]) {
        const key = SAMPLE_KEYS[id](random);
        if (name !== OPEN_WEBUI_ONLY) expect(recognise(wrap(key)).kind, `${id}, sample ${count}`).toBe(id);
      }
    }
  });

  test.each(['Base64', 'a code fence', 'a quoted mail', 'HTML', 'lines of Windows', 'quotes', 'a letter', 'JSON'])(
    'each of these once more inside %s',
    (outer) => {
      for (const [name, wrap] of Object.entries(ALL_WRAPPINGS)) {
        if (outer === 'JSON' && LINES_MATTER.test(name)) continue;
        for (const id of ['open-webui-api-key', 'open-webui-session-token'] as const) {
          const key = SAMPLE_KEYS[id](random);
          expect(cleanCredential(OUTER_WRAPPINGS[outer]?.(wrap(key)) ?? ''), `${id} ${name}`).toBe(key);
        }
      }
    },
  );
});

describe('what is no dump is left alone', () => {
  test.each([
    '',
    '1 2 3',
    '2026-11-20 10:00:00 GET / 200 1234 0.012',
    'the quick brown fox jumps over the lazy dog and back again to the very same place',
    '00000000: ',
    '999 998 997 996 995 994 993 992 991 990 989 988 987 986 985 984 983',
  ])('%j', (text) => {
    expect(dumpedTexts(text)).toEqual([]);
  });

  test('a dump that is cut in its first line gives no key, and nothing certain', () => {
    const [line = ''] = (DUMP_WRAPPINGS.xxd?.(SAMPLE_KEYS['open-webui-api-key'](random)) ?? '').split('\n');
    expect(cleanCredential(line)).toBeUndefined();
    expect(recognise(line).confidence).not.toBe('certain');
  });

  test('a dump of two keys is two keys', () => {
    const keys = [1, 2].map(() => SAMPLE_KEYS['open-webui-api-key'](random)).join('\n');
    expect(recognise(DUMP_WRAPPINGS['hexdump -C']?.(keys) ?? '').kind).toBe('several');
  });
});

describe('a token ends where its algorithm ends the signature', () => {
  const token = SAMPLE_KEYS['open-webui-session-token'](random);

  test('what is stuck to it is no part of it', () => {
    expect(cleanCredential(`${token}HOME=/root`)).toBe(token);
    expect(cleanCredential(`OPENWEBUI_API_KEY=${token}<br>merci`)).toBe(token);
  });

  test('a token without the end of its signature is not certainly one', () => {
    expect(recognise(token.slice(0, -5)).confidence).toBe('possible');
  });
});

test('compressed text in Base64 is not understood, and nothing is certain about it', () => {
  const recognition = recognise('H4sIAAAAAAAAAyvOtk0xTjVJNjFPNTFNSjUyTU41TTUwSjEwSTVLMbEwBQBl7vJ3IwAAAA==');
  expect(recognition).toMatchObject({ family: 'none' });
  expect(recognition.confidence).not.toBe('certain');
});
