import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../../../parts/announcer.tsx';
import { currentTexts } from '../../../text/texts.ts';
import type { SetUpLine } from './set-up-lines.ts';

/** Says aloud what became of each step, once; what a step is about to be is only shown. */
export function useSaidLines(lines: readonly SetUpLine[]): void {
  const words = currentTexts().setUp;
  const before = useRef(lines);
  useEffect(() => {
    for (const line of lines) {
      const former = before.current.find(({ id }) => id === line.id);
      if (line.state === 'doing' || line.state === 'to-do' || former?.state === line.state) continue;
      announce(words.said({ step: line.text, state: words.state[line.state], why: line.why ?? '' }));
    }
    before.current = lines;
  }, [lines, words]);
}
