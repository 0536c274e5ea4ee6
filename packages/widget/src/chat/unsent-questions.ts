/**
 * Questions that the server has not taken yet: the one on its way, and those written while it could not leave. They go once
 * and in order, also after the page was loaded again; their keys make sure of it.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { KeptValues } from '../connection/kept-values.ts';
import type { Question } from './outbox.ts';

export interface UnsentQuestions {
  /** Those that wait behind the one on its way. */
  waiting: ReadonlySignal<readonly Question[]>;
  /** This one is on its way. */
  sending(question: Question | undefined): void;
  add(question: Question): void;
  /** The next one, which leaves the line. */
  next(): Question | undefined;
  /** What another page of this tab left behind, in order. */
  restore(): Question[];
  clear(): void;
}

export function unsentQuestions(kept: KeptValues): UnsentQuestions {
  const waiting = signal<readonly Question[]>([]);
  let leaving: Question | undefined;

  function keep(): void {
    const all = leaving ? [leaving, ...waiting.value] : waiting.value;
    kept.set('unsent', all.length > 0 ? JSON.stringify(all) : undefined);
  }

  function set(questions: readonly Question[]): void {
    waiting.value = questions;
    keep();
  }

  return {
    waiting,
    sending(question) {
      leaving = question;
      keep();
    },
    add: (question) => set([...waiting.value, question]),
    next() {
      const [first, ...rest] = waiting.value;
      set(rest);
      return first;
    },
    restore() {
      try {
        return JSON.parse(kept.get('unsent') ?? '[]');
      } catch {
        return [];
      }
    },
    clear() {
      leaving = undefined;
      set([]);
    },
  };
}
