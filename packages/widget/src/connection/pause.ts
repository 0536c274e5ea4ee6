/** How long to wait before the next attempt to connect: longer each time, and never in step with other visitors. */
const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 15_000;

/** @param attempt 0 for the first one @param random between 0 and 1 */
export function pauseMs(attempt: number, random: number = Math.random()): number {
  const full = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempt, 10));
  return full * (0.5 + random / 2);
}

/** Waits, but not longer than until the network comes back, the page comes into view or leaves it, or nobody waits any more. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  const ended = new AbortController();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      ended.abort();
      resolve();
    };
    const timer = setTimeout(end, ms);
    const listening = { signal: ended.signal };
    globalThis.addEventListener?.('online', end, listening);
    // Browsers slow the timers of pages nobody looks at.
    globalThis.document?.addEventListener('visibilitychange', end, listening);
    signal.addEventListener('abort', end, listening);
    if (signal.aborted) end();
  });
}
