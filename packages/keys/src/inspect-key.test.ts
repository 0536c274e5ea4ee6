import { expect, test } from 'vitest';
import { inspectKey } from './inspect-key.ts';
import { SAMPLE_KEYS } from './samples/sample-key.ts';
import { sampleSessionClaims, sampleToken } from './samples/sample-token.ts';
import { seededRandom } from './samples/seeded-random.ts';

const random = seededRandom(4);
const now = new Date('2026-11-23T08:00:00Z');
const key = SAMPLE_KEYS['open-webui-api-key'](random);

test('a usable key: exit 0, what it is, what to do', () => {
  const { output, exitCode } = inspectKey(` ${key}\n`, { json: false, locale: 'en', now, salt: 's' });
  expect(exitCode).toBe(0);
  expect(output).toMatch(/^This looks like an Open WebUI API key\. \(probable\)\n/);
  expect(output).toContain('35 characters');
  expect(output.endsWith('Nothing was sent.\n')).toBe(true);
  expect(output).not.toContain(key.slice(3, 9));
});

test('JSON holds the recognition and its texts, and no secret', () => {
  const { output } = inspectKey(key, { json: true, locale: 'fr', now, salt: 's' });
  expect(JSON.parse(output)).toMatchObject({
    schema: 1,
    usable: true,
    kind: 'open-webui-api-key',
    text: { what: 'Ceci ressemble à une clé API d’Open WebUI.' },
  });
  expect(output).not.toContain(key.slice(3, 9));
});

test.each([
  ['nothing', ''],
  ['a provider’s key', SAMPLE_KEYS['openai-project'](random)],
  ['an ended session', sampleToken(random, sampleSessionClaims(random, '0.9-to-0.11', { issuedAt: 1, expiresAt: 2 }))],
])('%s: exit 1', (_name, text) => {
  expect(inspectKey(text, { json: false, locale: 'fr', now }).exitCode).toBe(1);
});

test('a living session token: exit 0, with its dates', () => {
  const seconds = now.getTime() / 1000;
  const claims = sampleSessionClaims(random, '0.12-or-later', { issuedAt: seconds, expiresAt: seconds + 28 * 86_400 });
  const { output, exitCode } = inspectKey(sampleToken(random, claims), { json: false, locale: 'fr', now });
  expect(exitCode).toBe(0);
  expect(output).toContain('Émis le 23 novembre 2026.');
  expect(output).toContain('21 décembre 2026');
});
