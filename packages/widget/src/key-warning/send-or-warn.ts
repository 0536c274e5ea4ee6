import type { View } from '../element/view.ts';
import { keyWarningFor } from './key-warning-for.ts';

/** On a slow network nobody waits longer for the warning than this; the question then goes without it. */
const LONGEST_WAIT_MS = 2_000;

/**
 * Sends a question, unless it holds a key or password: then it stays in the field, under a warning.
 * @param typed by the visitor, into the field; else it comes from the page, and takes no focus
 */
export async function sendOrWarn(view: View, text: string, typed: boolean): Promise<void> {
  const { chat } = view;
  // It holds back a question of whom it has to ask first.
  if (chat.site.value?.features.introduction) await view.slots.loadChunk('introduction');
  const go = () => {
    if (chat.isBusy()) chat.draft.value = text;
    else {
      if (typed) chat.draft.value = '';
      chat.ask(text);
    }
  };
  const loading = keyWarningFor(text);
  if (!loading) return go();
  const warning = await Promise.race([
    loading,
    new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS)),
  ]);
  // Who has gone on writing meanwhile has not finished.
  if (typed && chat.draft.value !== text) return;
  if (!warning?.warn(view, text, typed, go)) go();
}
