import type { Cause } from '@guichet/contract/cause';

/** The causes that say: it is our credential that Open WebUI does not take (any more). All others leave it in peace. */
const REFUSALS: ReadonlySet<string> = new Set<Cause>([
  'key-malformed',
  'key-is-provider-key',
  'key-is-foreign-token',
  'key-unknown',
  'session-token-expired',
  'session-token-rejected',
  'session-token-revoked',
  'account-gone',
  'account-pending',
  'api-keys-disabled',
  'api-keys-not-permitted',
  'api-key-endpoint-restricted',
  'header-stripped',
]);

export function isCredentialRefusal(cause: string): boolean {
  return REFUSALS.has(cause);
}
