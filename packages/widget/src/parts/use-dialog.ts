import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { loadChunk } from '../chunks/load-chunk.ts';
import type { View } from '../element/view.ts';
import { showDialog } from '../page/show-dialog.ts';
import { restFocus } from './rest-focus.ts';

/** Opens and closes the panel's dialog with the view. */
export function useDialog(view: View): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = view.isOpen.value;
  const placed = view.placed.value;

  useEffect(() => {
    const element = dialog.current;
    if (!element || !isOpen) return;
    const showing = new AbortController();
    showDialog(element, view.close, showing.signal);
    if (view.takesFocus.value) restFocus(element);
    const { signal } = showing;
    void loadChunk('resize').then((chunk) => {
      const isLeft = () => /left$/.test(view.look.value.position ?? '');
      const label = view.texts.value.resize;
      if (!signal.aborted) chunk?.resizable(element, { kept: view.chat.kept, label, isLeft, signal });
    });
    return () => showing.abort();
  }, [isOpen, placed]);
  return dialog;
}
