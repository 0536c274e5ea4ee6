/**
 * When pieces came. Those that were read in one turn of the event loop came together: what they lie apart by is how
 * long we took to read them, which on a busy machine looks like a model that writes.
 */
export function createArrivalClock(since: () => number): () => number {
  let arrivedMs: number | undefined;
  return () => {
    if (arrivedMs === undefined) {
      arrivedMs = since();
      setImmediate(() => {
        arrivedMs = undefined;
      });
    }
    return arrivedMs;
  };
}
