import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../../../parts/announcer.tsx';

/** Says aloud when the state changes by itself, not what it is at first or in another language. */
export function useSaidChanges(kind: string, sentences: readonly string[]): void {
  const before = useRef(kind);
  useEffect(() => {
    if (before.current !== kind && before.current !== '' && kind !== '') announce(sentences.join(' '));
    before.current = kind;
  }, [kind, sentences]);
}
