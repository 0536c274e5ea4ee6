/**
 * Whether an answer ended that the visitor has not seen. Kept by the browser, so that an answer that ended between two
 * pages is not forgotten, and agreed on between tabs: read in one is read in all.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { KeptValues } from '../connection/kept-values.ts';
import type { TellChatNews } from './chat-news.ts';

export interface UnreadAnswer {
  count: ReadonlySignal<number>;
  /** An answer begins: its end will be worth telling. */
  expect(runId: string | undefined): void;
  /** No answer is being written any more. */
  settle(): void;
  markRead(): void;
  setSeen(seen: boolean): void;
}

export function unreadAnswer(kept: KeptValues, tell: TellChatNews, tellTabs: () => void): UnreadAnswer {
  const count = signal(0);
  let seen = false;

  function set(value: number): void {
    if (count.value === value) return;
    count.value = value;
    tell('unread', { count: value });
  }

  function markRead(): void {
    kept.set('running', undefined);
    set(0);
  }

  return {
    count,
    expect: (runId) => kept.set('running', runId),
    settle() {
      if (kept.get('running') === undefined) return;
      if (!seen) return set(1);
      markRead();
      tellTabs();
    },
    markRead,
    setSeen(now) {
      seen = now;
    },
  };
}
