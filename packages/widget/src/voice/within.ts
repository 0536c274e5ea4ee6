/** Ends with the given signal, and after so many milliseconds. Browsers of last year have no `AbortSignal.any`. */
export function within(ms: number, signal: AbortSignal): AbortSignal {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(), ms);
  const end = () => {
    clearTimeout(timer);
    own.abort();
  };
  if (signal.aborted) end();
  signal.addEventListener('abort', end);
  return own.signal;
}
