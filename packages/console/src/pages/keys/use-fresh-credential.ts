import { useEffect } from 'preact/hooks';
import { locale } from '../../language/language.ts';
import { isLookDue } from './is-look-due.ts';
import type { KeysModel } from './keys-model.ts';

/** How often the clock looks at what is due. */
const TICK_MS = 1_000;

/** Between two looks, also while the server does not answer. */
const PAUSE_MS = 3_000;

/** Loads the page, again after a change of language, and keeps the state fresh while somebody looks at it. */
export function useFreshCredential(keys: KeysModel): void {
  // The server's sentences come in the language asked for.
  const language = locale.value;
  useEffect(() => {
    void keys.load();
  }, [keys, language]);
  useEffect(() => {
    let nextTryAt = 0;
    const tick = async () => {
      const read = keys.credential.peek();
      if (Date.now() < nextTryAt || !read || document.visibilityState !== 'visible' || !isLookDue(read, Date.now()))
        return;
      nextTryAt = Date.now() + PAUSE_MS;
      await keys.reload();
    };
    const timer = setInterval(tick, TICK_MS);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [keys]);
}
