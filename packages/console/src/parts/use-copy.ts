import { type ReadonlySignal, useSignal } from '@preact/signals';
import { announce } from './announcer.tsx';

const STAYS_COPIED_MS = 2_000;

export interface CopyWords {
  /** Read out when it is in the clipboard. */
  copied: string;
  /** Read out when there is none; without it nothing is said, because the text can still be selected. */
  noClipboard?: string;
}

export interface Copy {
  /** `yes` for two seconds, `refused` until it is tried again. */
  copied: ReadonlySignal<'no' | 'yes' | 'refused'>;
  run: () => void;
}

/** Puts a text into the clipboard. Without permission or without https there is none. */
export function useCopy(text: string, words: CopyWords): Copy {
  const copied = useSignal<'no' | 'yes' | 'refused'>('no');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      copied.value = 'refused';
      if (words.noClipboard) announce(words.noClipboard);
      return;
    }
    copied.value = 'yes';
    announce(words.copied);
    setTimeout(() => {
      copied.value = 'no';
    }, STAYS_COPIED_MS);
  }
  return { copied, run: () => void copy() };
}
