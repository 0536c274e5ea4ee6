import { effect, type ReadonlySignal } from '@preact/signals';

/** Does it as soon as it is so. @returns what gives up waiting */
export function once(isSo: ReadonlySignal<unknown>, work: () => void): () => void {
  const stop = effect(() => {
    if (!isSo.value) return;
    // Not within: what the work itself reads is none of this.
    queueMicrotask(() => {
      stop();
      if (!done) work();
      done = true;
    });
  });
  let done = false;
  return () => {
    done = true;
    stop();
  };
}
