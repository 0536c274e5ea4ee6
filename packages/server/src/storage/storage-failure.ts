/** Whether an error says that the storage cannot serve now, rather than that we asked it something wrong. */

/** SQLite's primary result codes: busy, locked, out of memory, read-only, disk error, damaged, full, cannot be opened, no database. */
const FAILURES = new Set([5, 6, 7, 8, 10, 11, 13, 14, 26]);

/** Damaged, no database. No other right and no other folder helps here. */
const DAMAGE = new Set([11, 26]);

export function isStorageFailure(error: unknown): boolean {
  return FAILURES.has(primaryCode(error));
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
