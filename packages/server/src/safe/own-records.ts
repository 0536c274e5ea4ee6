/**
 * The rows that the safe keeps for itself. Their names begin with a dot, which no secret's name can.
 *
 * For every master key that has sealed something there is a check row, named after it. It tells a wrong master key
 * (nothing under this id opens) from a damaged record (only that one does not).
 */
import type { SecretPlace } from './secret-box.ts';

export const SALT_ROW = '.fingerprint-salt';
const CHECK_PREFIX = '.check/';

/** What a check row holds; that it opens is all that matters. */
export const CHECK_VALUE = 'This key opens the safe.';

export function checkRow(keyId: string): string {
  return CHECK_PREFIX + keyId;
}

/** The key that a row vouches for, when it is a check row. */
export function checkedKeyId(name: string): string | undefined {
  return name.startsWith(CHECK_PREFIX) ? name.slice(CHECK_PREFIX.length) : undefined;
}

export function isOwnRow(name: string): boolean {
  return name.startsWith('.');
}

/** The place in the database that a record is bound to. */
export function placeOf(name: string): SecretPlace {
  return { table: 'secret', row: name, column: 'record' };
}
