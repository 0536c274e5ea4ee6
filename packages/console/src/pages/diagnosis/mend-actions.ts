/** What Guichet can do itself about a cause, and where in the console that is. Pure; every cause is decided. */
import type { Cause } from '@guichet/contract/cause';
import type { ReportCheck } from '@guichet/contract/report';

export const MENDS = {
  /** Step by step from an address to a line for one's site. */
  wizard: '/console/set-up',
  /** From a sign-in or a session token to a key that does not expire. */
  exchange: '/console/keys#exchange',
  /** Account, permission, model access and key, with an administrator's sign-in. */
  'set-up': '/console/keys#set-up',
  'replace-key': '/console/keys#replace-heading',
  'restrict-keys': '/console/keys#reach',
  'set-address': '/console/settings#OPENWEBUI_URL',
  'choose-model': '/console/settings#OPENWEBUI_MODEL',
  'set-public-url': '/console/settings#GUICHET_PUBLIC_URL',
  'set-origins': '/console/settings#GUICHET_ALLOWED_ORIGINS',
} as const;

export type MendId = keyof typeof MENDS;

/** The best first; empty where only somebody outside Guichet can do something: the finding's steps say who and what. */
const MENDS_OF_CAUSE: Record<Cause, readonly MendId[]> = {
  'url-missing': ['wizard'],
  'url-malformed': ['set-address'],
  'url-has-path': ['set-address'],
  'dns-failed': ['set-address'],
  'connection-refused': ['set-address'],
  timeout: ['set-address'],
  'tls-invalid': ['set-address'],
  'not-open-webui': ['set-address'],
  'upstream-too-old': [],
  'key-missing': ['exchange', 'replace-key', 'set-up'],
  'key-placeholder': ['exchange', 'replace-key'],
  'key-malformed': ['replace-key', 'exchange'],
  'key-is-provider-key': ['exchange', 'replace-key'],
  'key-is-foreign-token': ['exchange', 'replace-key'],
  'key-unknown': ['exchange', 'replace-key', 'set-up'],
  'session-token-expired': ['exchange', 'replace-key'],
  'session-token-expiring': ['exchange'],
  'session-token-rejected': ['exchange', 'replace-key'],
  'session-token-revoked': ['exchange', 'replace-key'],
  'session-token-used': ['exchange'],
  'account-gone': ['set-up', 'replace-key'],
  'second-factor-required': ['exchange'],
  'api-keys-disabled': ['set-up', 'exchange'],
  'api-keys-not-permitted': ['set-up'],
  'api-key-endpoint-restricted': ['restrict-keys'],
  'account-pending': ['set-up', 'replace-key'],
  'key-owner-is-admin': ['set-up', 'exchange'],
  'key-not-restricted': ['restrict-keys'],
  'header-stripped': [],
  'no-models': ['set-up'],
  'model-missing': ['choose-model'],
  'model-not-visible': ['set-up', 'choose-model'],
  'provider-refused': ['choose-model'],
  'provider-unreachable': ['choose-model'],
  'provider-rate-limited': ['choose-model'],
  'knowledge-ignored': [],
  'filter-ends-answer': [],
  'tool-unavailable': [],
  'native-calling': [],
  'builtin-tools-open': ['set-up'],
  'socket-blocked': [],
  'stream-buffered': [],
  'clock-skew': [],
  'public-url-wrong': ['set-public-url'],
  'origin-not-allowed': ['set-origins'],
  'storage-not-writable': [],
  'store-unreachable': [],
};

/** Where a finding has no cause, or its cause means something else in this place. */
const MENDS_OF_CHECK: Record<string, readonly MendId[]> = {
  'address/loopback': ['set-address'],
  'upstream/redirect': ['set-address'],
  'upstream/login-wall': ['set-address'],
  'network/encryption': ['set-address'],
  'models/default': ['choose-model'],
  'own/public-address': ['set-public-url'],
  'own/public-encryption': ['set-public-url'],
  'own/origins-form': ['set-origins'],
  'own/allowed-origins': ['set-origins'],
};

/** A question that the model is too slow for is not mended by another address. */
const MENDS_OF_SLOW_ANSWER: readonly MendId[] = ['choose-model'];

/** @param lacksAddress there is no Open WebUI yet: a key could be tried nowhere, and the set-up begins with the address */
export function mendsOf(
  { id, group, cause }: Pick<ReportCheck, 'id' | 'group' | 'cause'>,
  lacksAddress = false,
): readonly MendId[] {
  if (lacksAddress && cause?.startsWith('key-')) return MENDS_OF_CAUSE['url-missing'];
  if (cause === 'timeout' && group === 'answer') return MENDS_OF_SLOW_ANSWER;
  // A server that was updated since this tab was opened may know more causes.
  const mends: Partial<typeof MENDS_OF_CAUSE> = MENDS_OF_CAUSE;
  return (cause ? mends[cause] : MENDS_OF_CHECK[id]) ?? [];
}

/** Only somebody else can mend it; what Guichet can do gets visitors an answer until then. */
export function isDetour({ cause }: Pick<ReportCheck, 'cause'>): boolean {
  return cause?.startsWith('provider-') ?? false;
}
