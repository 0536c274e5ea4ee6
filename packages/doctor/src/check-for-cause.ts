/** Which check looks for a cause: from a visitor's error to the finding that answers it. */
import { CAUSES, type Cause } from '@guichet/contract/cause';
import type { CheckId } from './text/texts.ts';

/** The one whose finding says most about it; others may find the same cause elsewhere. */
const CHECK_FOR_CAUSE: Readonly<Record<Cause, CheckId>> = {
  'url-missing': 'address/present',
  'url-malformed': 'address/form',
  'url-has-path': 'address/path',
  'dns-failed': 'network/name',
  'connection-refused': 'network/connection',
  timeout: 'answer/one-token',
  'tls-invalid': 'network/certificate-chain',
  'not-open-webui': 'upstream/is-open-webui',
  'upstream-too-old': 'upstream/version-supported',
  'key-missing': 'key/present',
  'key-placeholder': 'key/placeholder',
  'key-malformed': 'key/shape',
  'key-is-provider-key': 'key/family',
  'key-is-foreign-token': 'key/family',
  'key-unknown': 'key/known',
  'session-token-expired': 'key/session-life',
  'session-token-expiring': 'key/session-life',
  'session-token-rejected': 'key/session-accepted',
  'session-token-revoked': 'key/session-accepted',
  'session-token-used': 'key/lasting',
  'account-gone': 'account/exists',
  'second-factor-required': 'tools/sign-in',
  'api-keys-disabled': 'key/switch',
  'api-keys-not-permitted': 'key/switch',
  'api-key-endpoint-restricted': 'key/accepted',
  'account-pending': 'account/approved',
  'key-owner-is-admin': 'account/role',
  'key-not-restricted': 'key/reach',
  'header-stripped': 'key/header',
  'no-models': 'models/list',
  'model-missing': 'models/chosen',
  'model-not-visible': 'models/chosen',
  'provider-refused': 'answer/one-token',
  'provider-unreachable': 'answer/one-token',
  'provider-rate-limited': 'answer/one-token',
  'knowledge-ignored': 'answer/knowledge',
  'filter-ends-answer': 'answer/filter',
  'tool-unavailable': 'tools/permitted',
  'native-calling': 'tools/used',
  'builtin-tools-open': 'tools/built-in',
  'socket-blocked': 'tools/socket',
  'stream-buffered': 'own/proxy-buffering',
  'clock-skew': 'own/clock',
  'public-url-wrong': 'own/public-address',
  'origin-not-allowed': 'own/origins-form',
  'storage-not-writable': 'own/storage',
  'store-unreachable': 'own/store',
};

/** @returns undefined for words that are no cause, `unknown` among them */
export function checkForCause(cause: string | undefined): CheckId | undefined {
  return isCause(cause) ? CHECK_FOR_CAUSE[cause] : undefined;
}

function isCause(word: string | undefined): word is Cause {
  return (CAUSES as readonly (string | undefined)[]).includes(word);
}
