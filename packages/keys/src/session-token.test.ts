import { describe, expect, test } from 'vitest';
import { recognise } from './recognise.ts';
import { sampleSessionClaims, sampleToken } from './samples/sample-token.ts';
import { seededRandom } from './samples/seeded-random.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const DAY_SECONDS = 86_400;
const nowSeconds = NOW.getTime() / 1000;
const random = seededRandom(1);

function tokenEndingIn(days: number, generation: 'up-to-0.8' | '0.9-to-0.11' | '0.12-or-later' = '0.12-or-later') {
  const times = { issuedAt: nowSeconds - DAY_SECONDS, expiresAt: nowSeconds + days * DAY_SECONDS };
  return sampleToken(random, sampleSessionClaims(random, generation, times));
}

describe('the generation is read from the claims', () => {
  test.each([
    ['up-to-0.8', 'probable'],
    ['0.9-to-0.11', 'probable'],
    ['0.12-or-later', 'certain'],
  ] as const)('%s', (generation, confidence) => {
    const recognition = recognise(tokenEndingIn(20, generation), { now: NOW });
    expect(recognition).toMatchObject({ kind: 'open-webui-session-token', confidence, cause: 'session-token-used' });
    expect(recognition.session).toEqual({
      ...(generation !== 'up-to-0.8' && { issuedAt: '2026-11-22T08:00:00.000Z' }),
      expiresAt: '2026-12-13T08:00:00.000Z',
      generation,
    });
  });

  test('only an id: made by a script, or by another program', () => {
    const token = sampleToken(random, { id: '0b1c2d3e-4f50-4a6b-8c7d-8e9fa0b1c2d3' });
    expect(recognise(token, { now: NOW })).toMatchObject({
      kind: 'open-webui-session-token',
      confidence: 'possible',
      alsoPossible: ['jwt'],
      cause: 'session-token-used',
      session: { neverExpires: true, generation: 'up-to-0.8' },
    });
  });
});

describe('how long it lives decides the cause', () => {
  test.each([
    [-1, 'session-token-expired'],
    [0, 'session-token-expired'],
    [1, 'session-token-expiring'],
    [6.9, 'session-token-expiring'],
    [7, 'session-token-used'],
    [28, 'session-token-used'],
  ])('%d days: %s', (days, cause) => {
    expect(recognise(tokenEndingIn(days), { now: NOW }).cause).toBe(cause);
  });

  test('an end no calendar has is no end', () => {
    const claims = { id: '0b1c2d3e-4f50-4a6b-8c7d-8e9fa0b1c2d3', jti: 'x', exp: 1e300 };
    expect(recognise(sampleToken(random, claims)).session).toEqual({ generation: 'up-to-0.8' });
  });
});

test('tokens of Open WebUI’s own automations are told apart', () => {
  const claims = sampleSessionClaims(random, '0.12-or-later', { issuedAt: nowSeconds, expiresAt: nowSeconds + 999 });
  const token = sampleToken(random, { ...claims, typ: 'automation' });
  expect(recognise(token, { now: NOW }).session?.internal).toBe(true);
});

test.each([
  ['n8n', { iss: 'n8n', aud: 'public-api', sub: 'x' }],
  ['supabase-anon', { iss: 'supabase', role: 'anon' }],
  ['supabase-service-role', { iss: 'supabase', role: 'service_role' }],
  ['jwt', { iss: 'supabase', role: 'authenticated', sub: 'x' }],
  ['jwt', { id: 'not-a-uuid', exp: 1 }],
  ['jwt', { id: '0b1c2d3e-4f50-4a6b-8c7d-8e9fa0b1c2d3', iss: 'https://elsewhere.example' }],
])('%s by its claims', (kind, claims) => {
  expect(recognise(sampleToken(random, claims)).kind).toBe(kind);
});

test('another algorithm is another program', () => {
  const claims = { id: '0b1c2d3e-4f50-4a6b-8c7d-8e9fa0b1c2d3', jti: 'x' };
  expect(recognise(sampleToken(random, claims, { alg: 'RS256' })).kind).toBe('jwt');
});
