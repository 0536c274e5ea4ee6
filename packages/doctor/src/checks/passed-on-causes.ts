/** What Open WebUI's client may find wrong in a reply, where a check hands its finding on. */
import type { Cause } from '@guichet/contract/cause';

const ON_THE_WAY = [
  'dns-failed',
  'connection-refused',
  'timeout',
  'tls-invalid',
  'not-open-webui',
] as const satisfies readonly Cause[];

/** Whoever says so has read the header, or missed it. */
export const ABOUT_THE_KEY = [
  'key-unknown',
  'key-malformed',
  'key-is-provider-key',
  'key-is-foreign-token',
  'session-token-expired',
  'session-token-rejected',
  'session-token-revoked',
  'account-gone',
  'account-pending',
  'api-keys-disabled',
  'api-key-endpoint-restricted',
  'header-stripped',
] as const satisfies readonly Cause[];

const FROM_THE_PROVIDER = [
  'provider-refused',
  'provider-unreachable',
  'provider-rate-limited',
] as const satisfies readonly Cause[];

/** In place of the list of models. */
export const REFUSAL_CAUSES: readonly Cause[] = [
  'api-key-endpoint-restricted',
  ...ON_THE_WAY,
  ...FROM_THE_PROVIDER,
  'model-missing',
];

/** In place of an answer: the key may lose its right between one request and the next. */
export const ANSWER_CAUSES: readonly Cause[] = [
  ...FROM_THE_PROVIDER,
  ...ON_THE_WAY,
  ...ABOUT_THE_KEY,
  'model-missing',
  'stream-buffered',
];
