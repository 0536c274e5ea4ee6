/** Whether an error says that the storage cannot serve now, rather than that we asked it something wrong. */

/** SQLite's primary result codes: busy, locked, out of memory, read-only, disk error, damaged, full, cannot be opened, no database. */
const FAILURES = new Set([5, 6, 7, 8, 10, 11, 13, 14, 26]);

/** Damaged, no database. No other right and no other folder helps here. */
const DAMAGE = new Set([11, 26]);

/**
 * PostgreSQL's: connection lost (08), broken off because of others (40), not enough of something, a full disk among
 * them (53), taken too long or told to stop (57), trouble of its system or inside (58, XX); read-only, a lock that was
 * waited for in vain.
 */
const POSTGRES_FAILURES = /^(?:08...|40...|53...|57...|58...|XX...|25006|55P03)$/;

/** Of the way there; `pg` gives its own time-outs no code. */
const NETWORK_FAILURES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
]);
const NETWORK_WORDS = /^(?:timeout expired|timeout exceeded when trying to connect|Connection terminated)/;

export function isStorageFailure(error: unknown): boolean {
  return FAILURES.has(primaryCode(error)) || isPostgresFailure(error);
}

function isPostgresFailure(error: unknown): boolean {
  // A name with several addresses fails with the failures of all of them.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isPostgresFailure);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return POSTGRES_FAILURES.test(code) || NETWORK_FAILURES.has(code) || NETWORK_WORDS.test(error.message);
}

/** Whether it is the file itself that is broken. */
export function isStorageDamage(error: unknown): error is Error {
  return DAMAGE.has(primaryCode(error));
}

/** @returns 0, which no failure has, for what is no error of SQLite's */
function primaryCode(error: unknown): number {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return 0;
  // Extended codes carry the primary one in their lowest byte.
  return error.errcode & 0xff;
}
