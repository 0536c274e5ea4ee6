/** How long to wait before the next attempt to connect: longer each time, and never in step with other visitors. */
const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 15_000;

/** @param attempt 0 for the first one @param random between 0 and 1 */
export function pauseMs(attempt: number, random: number = Math.random()): number {
  const full = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempt, 10));
  return full * (0.5 + random / 2);
}

/** Waits, but not longer than until the network comes back, the page is looked at again, or nobody waits any more. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const seen = () => {
      if (document.visibilityState === 'visible') end();
    };
    const end = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', end);
      globalThis.document?.removeEventListener('visibilitychange', seen);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    globalThis.addEventListener?.('online', end);
    globalThis.document?.addEventListener('visibilitychange', seen);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
