/** Whether an error says that the storage cannot serve now, rather than that we asked it something wrong. */

/** SQLite's primary result codes: busy, locked, out of memory, read-only, disk error, damaged, full, cannot be opened, no database. */
const FAILURES = new Set([5, 6, 7, 8, 10, 11, 13, 14, 26]);

export function isStorageFailure(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  // Extended codes carry the primary one in their lowest byte.
  return FAILURES.has(error.errcode & 0xff);
}
