/** Which of several credentials is used, and which it puts in the shade. The order is fixed, so that it can be said. */
import { recognise } from '@guichet/keys';
import type { SettingOrigin } from '../settings/read-settings.ts';

export type CredentialOrigin = { kind: 'console' } | Exclude<SettingOrigin, { kind: 'default' }>;

export interface CredentialCandidate {
  origin: CredentialOrigin;
  value: string;
}

export interface OverriddenCredential {
  origin: CredentialOrigin;
  /** Empty for values too short to have one. */
  fingerprint: string;
  /** The value is the same, so that taking one of the two away changes nothing. */
  same: boolean;
}

export interface EffectiveCredential extends CredentialCandidate {
  fingerprint: string;
  /** In the order in which they would take its place. Never holds a value. */
  overrides: OverriddenCredential[];
}

/**
 * What somebody set last and on purpose, in the console, wins; what is easiest to forget about, a file in a folder,
 * comes last. A `…_FILE` setting is a file wherever it was set.
 */
export const CREDENTIAL_ORDER: readonly CredentialOrigin['kind'][] = ['console', 'environment', 'file', 'env-file'];

/**
 * @param candidates of one kind the first wins; empty values count as not set
 * @param salt of the installation, for fingerprints that can be compared with those in console and log
 */
export function chooseCredential(
  candidates: readonly CredentialCandidate[],
  salt: string,
): EffectiveCredential | undefined {
  const [effective, ...others] = candidates
    .filter(({ value }) => value.trim() !== '')
    .toSorted((a, b) => CREDENTIAL_ORDER.indexOf(a.origin.kind) - CREDENTIAL_ORDER.indexOf(b.origin.kind));
  if (!effective) return undefined;
  return {
    origin: effective.origin,
    value: effective.value,
    fingerprint: recognise(effective.value, { salt }).fingerprint,
    overrides: others.map(({ origin, value }) => ({
      origin,
      fingerprint: recognise(value, { salt }).fingerprint,
      same: value.trim() === effective.value.trim(),
    })),
  };
}
