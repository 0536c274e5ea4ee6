/** Whether an error says that the storage cannot serve now, rather than that we asked it something wrong. */

/**
 * SQLite's primary result codes: no right, busy, locked, out of memory, read-only, interrupted, disk error, damaged,
 * full, cannot be opened, locks of another program, larger than the system allows, no database.
 */
const FAILURES = new Set([3, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 22, 26]);

const SQLITE_FULL = 13;
/** Of files, and PostgreSQL's `disk_full`. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Damaged, no database. No other right and no other folder helps here. */
const DAMAGE = new Set([11, 26]);

/**
 * PostgreSQL's: connection lost (08), signing in refused (28), broken off because of others (40), not enough of
 * something, a full disk among them (53), a limit of its own reached (54), taken too long or told to stop (57), trouble
 * of its system, of its files' settings or inside (58, F0, XX); the database gone, a right taken away, read-only, a lock
 * that was waited for in vain, a transaction that stood still for too long.
 */
const POSTGRES_FAILURES =
  /^(?:08...|28...|40...|53...|54...|57...|58...|F0...|XX...|3D000|42501|25006|25P0[34]|55P03)$/;

/** Of the way there; `pg` gives its own time-outs no code. */
const NETWORK_FAILURES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENETRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
  'EPIPE',
  // No descriptor, buffer or memory is left for a connection.
  'EMFILE',
  'ENFILE',
  'ENOBUFS',
  'ENOMEM',
]);
const NETWORK_WORDS =
  /^(?:timeout expired|timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error|The server does not support SSL)/;

export function isStorageFailure(error: unknown): boolean {
  return FAILURES.has(primaryCode(error)) || isDiskFull(error) || isPostgresFailure(error);
}

function isPostgresFailure(error: unknown): boolean {
  // A name with several addresses fails with the failures of all of them.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isPostgresFailure);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return POSTGRES_FAILURES.test(code) || NETWORK_FAILURES.has(code) || NETWORK_WORDS.test(error.message);
}

/** Whether no room is left, on the disk or in what somebody may use of it. */
export function isDiskFull(error: unknown): error is Error {
  if (primaryCode(error) === SQLITE_FULL) return true;
  return error instanceof Error && 'code' in error && FULL.has(String(error.code));
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
