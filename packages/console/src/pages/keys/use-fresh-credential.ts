import { useEffect } from 'preact/hooks';
import { locale } from '../../language/language.ts';
import type { KeysModel } from './keys-model.ts';

/** The server watches the key by itself; what it found shows up here this soon. */
const LOOK_AGAIN_MS = 15_000;

/** Loads the page, again after a change of language, and keeps the state fresh while somebody looks at it. */
export function useFreshCredential(keys: KeysModel): void {
  // The server's sentences come in the language asked for.
  const language = locale.value;
  useEffect(() => {
    void keys.load();
  }, [keys, language]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void keys.reload();
    };
    const timer = setInterval(look, LOOK_AGAIN_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [keys]);
}
