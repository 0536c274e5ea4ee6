import { type ReadonlySignal, useSignal } from '@preact/signals';

export interface Action<Args extends unknown[]> {
  busy: ReadonlySignal<boolean>;
  run: (...args: Args) => void;
}

/** Something that takes a while: a second press while it is under way does nothing. */
export function useAction<Args extends unknown[]>(act: (...args: Args) => Promise<unknown>): Action<Args> {
  const busy = useSignal(false);
  async function once(...args: Args): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    try {
      await act(...args);
    } finally {
      busy.value = false;
    }
  }
  return { busy, run: (...args) => void once(...args) };
}
