/** When a session is renewed: before it ends, by its own length. */

/** A session is renewed when this share of its life is left. */
const SHARE_LEFT = 0.25;
/** At most this much of a long one: enough time for somebody to look if it fails. */
const MOST_LEFT_MS = 24 * 60 * 60_000;

/** Milliseconds since 1970. `begin` is not told by sessions of before 0.9. */
export interface SessionLife {
  begin?: number;
  end: number;
}

export function isRenewalDue({ begin, end }: SessionLife, nowMs: number): boolean {
  const share = begin === undefined ? MOST_LEFT_MS : (end - begin) * SHARE_LEFT;
  return end - nowMs <= Math.min(MOST_LEFT_MS, share);
}
