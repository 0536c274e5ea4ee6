/** Each sentence of Open WebUI's with what it says of each kind of credential. */
import { expect, it } from 'vitest';
import type { CredentialKind } from './credential-kind.ts';
import { meaningOfRefusal } from './refusals.ts';

const KEY: CredentialKind = 'api-key';
const VALID: CredentialKind = { sessionToken: { expired: false, stamped: true } };
const EXPIRED: CredentialKind = { sessionToken: { expired: true, stamped: true } };
const UNSTAMPED: CredentialKind = { sessionToken: { expired: false, stamped: false } };

const NO_PERMISSION =
  'You do not have permission to access this resource. Please contact your administrator for assistance.';
const SESSION_EXPIRED = 'Your session has expired or the token is invalid. Please sign in again.';
const NO_KEYS = 'Use of API key is not enabled in the environment.';

const MINE = 'assistant-misconfigured';
const GONE = 'assistant-unavailable';

const ROWS: readonly (readonly [status: number, text: string, credential: CredentialKind, meaning: string])[] = [
  [401, SESSION_EXPIRED, KEY, `${MINE} key-unknown certain`],
  [401, SESSION_EXPIRED, 'provider-key', `${MINE} key-is-provider-key certain`],
  [401, SESSION_EXPIRED, VALID, `${MINE} account-gone certain`],
  [401, SESSION_EXPIRED, 'other', `${MINE} key-unknown certain`],
  [401, NO_PERMISSION, KEY, `${MINE} account-pending certain`],
  [403, NO_PERMISSION, KEY, `${MINE} api-key-endpoint-restricted certain`],
  [401, '401 Unauthorized', EXPIRED, `${MINE} session-token-expired certain`],
  [401, '401 Unauthorized', VALID, `${MINE} session-token-rejected certain`],
  [401, '401 Unauthorized', 'foreign-token', `${MINE} key-is-foreign-token certain`],
  [401, '401 Unauthorized', 'other', `${MINE} key-malformed certain`],
  [401, 'Invalid token', VALID, `${MINE} session-token-revoked certain`],
  [401, 'Invalid token', UNSTAMPED, `${MINE} session-token-rejected certain`],
  [401, 'Invalid token', KEY, `${MINE} session-token-rejected certain`],
  [401, 'Invalid authentication request.', VALID, `${MINE} account-gone certain`],
  [401, 'Not authenticated', KEY, `${MINE} header-stripped certain`],
  [409, 'User mismatch. Please sign in again.', VALID, `${MINE} session-token-rejected certain`],
  [409, 'Authentication changed. Please sign in again.', VALID, `${MINE} session-token-revoked certain`],
  [403, NO_KEYS, KEY, `${MINE} api-keys-disabled probable`],
  [403, 'API key not allowed to access this endpoint.', KEY, `${MINE} api-key-endpoint-restricted certain`],
  [403, 'Model not found', KEY, `${MINE} model-missing probable`],
  [404, 'Model not found', KEY, `${MINE} model-missing probable`],
  [503, 'Authentication is temporarily unavailable.', KEY, `${GONE} unknown probable`],
  [500, 'Open WebUI: Server Connection Error', KEY, `${GONE} provider-unreachable certain`],
  [404, "Model '' was not found", KEY, `${GONE} provider-unreachable probable`],
  [401, 'OpenAI API is disabled', KEY, 'none'],
  [404, 'OpenAI API is disabled', KEY, `${MINE} provider-unreachable probable`],
  // The provider's own, in the same words.
  [400, SESSION_EXPIRED, KEY, 'none'],
  [400, NO_KEYS, KEY, 'none'],
  [401, 'Incorrect API key provided', KEY, 'none'],
];

it.each(ROWS)('%i %s, of %j', (status, text, credential, meaning) => {
  const found = meaningOfRefusal(status, text, credential);
  expect(found ? `${found.code} ${found.cause} ${found.confidence}` : 'none').toBe(meaning);
});
