import { CAUSES, type Cause } from '@guichet/contract/cause';
import { expect, it } from 'vitest';
import { ANSWER_CAUSES, REFUSAL_CAUSES } from './passed-on-causes.ts';

/** In place of what the client may say so; the compiler asks for a new cause. */
const PLACES: Readonly<Record<Cause, 'list and answer' | 'answer' | 'neither'>> = {
  'url-missing': 'neither',
  'url-malformed': 'neither',
  'url-has-path': 'neither',
  'dns-failed': 'list and answer',
  'connection-refused': 'list and answer',
  timeout: 'list and answer',
  'tls-invalid': 'list and answer',
  'not-open-webui': 'list and answer',
  'upstream-too-old': 'neither',
  'key-missing': 'neither',
  'key-placeholder': 'neither',
  'key-malformed': 'answer',
  'key-is-provider-key': 'answer',
  'key-is-foreign-token': 'answer',
  'key-unknown': 'answer',
  'session-token-expired': 'answer',
  'session-token-expiring': 'neither',
  'session-token-rejected': 'answer',
  'session-token-revoked': 'answer',
  'session-token-used': 'neither',
  'account-gone': 'answer',
  'second-factor-required': 'neither',
  'api-keys-disabled': 'answer',
  'api-keys-not-permitted': 'neither',
  'api-key-endpoint-restricted': 'list and answer',
  'account-pending': 'answer',
  'key-owner-is-admin': 'neither',
  'key-not-restricted': 'neither',
  'header-stripped': 'answer',
  'no-models': 'neither',
  'model-missing': 'list and answer',
  'model-not-visible': 'neither',
  'provider-refused': 'list and answer',
  'provider-unreachable': 'list and answer',
  'provider-rate-limited': 'list and answer',
  'knowledge-ignored': 'neither',
  'filter-ends-answer': 'neither',
  'tool-unavailable': 'neither',
  'native-calling': 'neither',
  'builtin-tools-open': 'neither',
  'socket-blocked': 'neither',
  'stream-buffered': 'answer',
  'clock-skew': 'neither',
  'public-url-wrong': 'neither',
  'origin-not-allowed': 'neither',
  'storage-not-writable': 'neither',
  'store-unreachable': 'neither',
};

it.each(CAUSES)('%s', (cause) => {
  const place = PLACES[cause];
  expect(REFUSAL_CAUSES.includes(cause)).toBe(place === 'list and answer');
  expect(ANSWER_CAUSES.includes(cause)).toBe(place !== 'neither');
});
