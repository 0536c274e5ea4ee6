import { expect, it } from 'vitest';
import { failure } from '../testing/evidence.ts';
import { answerConfidence } from './answer-confidence.ts';

it.each([
  ['a provider that refuses', 'key', failure('provider-refused'), 'certain'],
  ['a provider that seems to be away', 'key', failure('provider-unreachable', { confidence: 'probable' }), 'probable'],
  ['a question that was refused', 'key', failure('provider-refused', { refusesQuestion: true }), 'probable'],
  ['a page, which is somebody’s in between', 'key', failure('not-open-webui'), 'probable'],
  ['slowness, which may be a model that is being loaded', 'key', failure('timeout'), 'probable'],
  ['slowness that nobody can explain', 'key', failure('timeout', { confidence: 'unknown' }), 'unknown'],
  ['a list of allowed paths', 'key', failure('api-key-endpoint-restricted'), 'certain'],
  ['the same, of a session token', 'session', failure('api-key-endpoint-restricted'), 'probable'],
  ['another refusal of a session token', 'session', failure('account-pending'), 'certain'],
  ['what nobody knows', 'key', failure('unknown'), 'unknown'],
] as const)('%s (%s)', (_name, credential, seen, confidence) => {
  expect(answerConfidence(seen, credential === 'session')).toBe(confidence);
});
