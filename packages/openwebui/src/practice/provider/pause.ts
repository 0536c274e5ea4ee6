/** Waits `ms`, or throws the signal's reason the moment it is aborted. Infinity waits for the abort alone. */
export function pause(ms: number, gone: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (gone.aborted) {
      reject(gone.reason);
      return;
    }
    const onAbort = () => {
      clearTimeout(timer);
      reject(gone.reason);
    };
    const timer = Number.isFinite(ms)
      ? setTimeout(() => {
          gone.removeEventListener('abort', onAbort);
          resolve();
        }, ms)
      : undefined;
    gone.addEventListener('abort', onAbort, { once: true });
  });
}
