import { recognise } from '@guichet/keys';
import { SAMPLE_KEYS } from '@guichet/keys/samples';
import { expect, it } from 'vitest';
import { recognitionView } from './recognition-view.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const random = () => 0.42;
const DAY_SECONDS = 86_400;

function sessionToken(daysLeft: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = NOW.getTime() / 1000;
  const claims = { id: '3f2b8c1e-5d4a-4b6c-8e7f-9a0b1c2d3e4f', iat: now, exp: now + daysLeft * DAY_SECONDS, jti: 'x' };
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${'a'.repeat(43)}`;
}

it.each([
  ['an API key', 'sk-3f2b8c1e5d4a4b6c8e7f9a0b1c2d3e4f', 'belongs', 'info', true, false],
  ['a session token', sessionToken(20), 'forATime', 'warn', true, true],
  ['a session token about to end', sessionToken(2), 'forATime', 'warn', true, true],
  ['a session token that ended', sessionToken(-2), 'hasEnded', 'fail', false, false],
  ['a provider’s key', `sk-proj-${'a1B2c3D4'.repeat(8)}`, 'elsewhere', 'fail', false, false],
  ['another program’s key', SAMPLE_KEYS.n8n(random), 'elsewhere', 'fail', false, false],
  ['an example', 'changeme', 'notWhole', 'warn', false, false],
  ['a hidden key', 'sk-…1234', 'notWhole', 'warn', false, false],
  ['half a key', 'sk-ant-api03-Ab3dE5', 'notWhole', 'warn', false, false],
  ['a word', 'bonjour', 'unclear', 'warn', false, false],
])('%s', (_, text, verdict, tone, usable, exchangeable) => {
  expect(recognitionView(recognise(text, { now: NOW }))).toEqual({ verdict, tone, usable, exchangeable });
});

it('nothing', () => {
  expect(recognitionView(recognise(''))).toBeUndefined();
});
