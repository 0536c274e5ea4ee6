/**
 * Open WebUI's refusals, word for word (0.6.43 to 0.12.4), and what each says about our credential. The same sentence
 * means different things with another status or another kind of credential, and some cannot be told apart at all.
 */
import type { Cause } from '@guichet/contract/cause';
import type { CredentialKind } from './credential-kind.ts';
import type { ErrorMeaning } from './provider-error.ts';

const SESSION_EXPIRED = 'Your session has expired or the token is invalid. Please sign in again.';
const NO_PERMISSION =
  'You do not have permission to access this resource. Please contact your administrator for assistance.';

/** @returns undefined when the text is none of Open WebUI's own */
export function meaningOfRefusal(status: number, text: string, credential: CredentialKind): ErrorMeaning | undefined {
  return CREDENTIAL_STATUSES.has(status)
    ? meaningForCredential(status, text, credential)
    : NOT_ABOUT_CREDENTIALS.get(text);
}

/** With another status the same words are the provider's, which 0.9.3 to 0.11.4 repeat under 400. */
const CREDENTIAL_STATUSES = new Set([401, 403, 409]);

function meaningForCredential(status: number, text: string, credential: CredentialKind): ErrorMeaning | undefined {
  if (text === SESSION_EXPIRED) return ours(causeOfUnknown(credential));
  if (text === NO_PERMISSION) return ours(status === 401 ? 'account-pending' : 'api-key-endpoint-restricted');
  const sessionCause = SESSION_REFUSALS.get(text)?.(credential);
  return sessionCause ? ours(sessionCause) : OTHER_REFUSALS.get(text);
}

const SESSION_REFUSALS = new Map<string, (credential: CredentialKind) => Cause>(
  Object.entries({
    // A session token that cannot be read: expired, signed with another secret, or no token at all.
    '401 Unauthorized': (credential: CredentialKind) => {
      if (typeof credential === 'object') {
        return credential.sessionToken.expired ? 'session-token-expired' : 'session-token-rejected';
      }
      return credential === 'foreign-token' ? 'key-is-foreign-token' : 'key-malformed';
    },
    // Readable, but ended: signed out, password changed, or (0.12) made without the account's stamp.
    'Invalid token': (credential: CredentialKind) =>
      typeof credential === 'object' && credential.sessionToken.stamped
        ? 'session-token-revoked'
        : 'session-token-rejected',
    'Invalid authentication request.': () => 'account-gone',
  }),
);

const OTHER_REFUSALS = new Map<string, ErrorMeaning>(
  Object.entries({
    // We always send a credential, so somebody between us and it took the header away.
    'Not authenticated': ours('header-stripped'),
    'User mismatch. Please sign in again.': ours('session-token-rejected'),
    'Authentication changed. Please sign in again.': ours('session-token-revoked'),
    // Said both when the instance's switch is off and when the account's permission is missing.
    'Use of API key is not enabled in the environment.': ours('api-keys-disabled', 'probable'),
    'API key not allowed to access this endpoint.': ours('api-key-endpoint-restricted'),
    'Model not found': ours('model-missing', 'probable'),
  }),
);

const NOT_ABOUT_CREDENTIALS = new Map<string, ErrorMeaning>(
  Object.entries({
    // On purpose the same for a model that is not there and one that this account may not see.
    'Model not found': ours('model-missing', 'probable'),
    'Authentication is temporarily unavailable.': {
      code: 'assistant-unavailable',
      cause: 'unknown',
      confidence: 'probable',
    },
    'Open WebUI: Server Connection Error': {
      code: 'assistant-unavailable',
      cause: 'provider-unreachable',
      confidence: 'certain',
    },
    // It stands in Open WebUI's list, but the provider does not give it any more: away, or refusing Open WebUI's key at
    // the last look at its models. Under 404 from 0.12 on, under 400 before.
    "Model '' was not found": {
      code: 'assistant-unavailable',
      cause: 'provider-unreachable',
      confidence: 'probable',
    },
    'OpenAI API is disabled': {
      code: 'assistant-misconfigured',
      cause: 'provider-unreachable',
      confidence: 'probable',
    },
  }),
);

function causeOfUnknown(credential: CredentialKind): Cause {
  if (credential === 'provider-key') return 'key-is-provider-key';
  // Up to 0.11.4 the word for a session token whose account was deleted.
  return typeof credential === 'object' ? 'account-gone' : 'key-unknown';
}

function ours(cause: Cause, confidence: ErrorMeaning['confidence'] = 'certain'): ErrorMeaning {
  return { code: 'assistant-misconfigured', cause, confidence };
}
