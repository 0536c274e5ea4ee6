/** `2026-11-23`: read the same way everywhere. */
export function dayOf(ms: number): string {
  return Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : '?';
}
