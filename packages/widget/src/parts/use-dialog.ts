import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { View } from '../element/view.ts';
import { mediaQuery } from '../page/media-query.ts';
import { restFocus } from './rest-focus.ts';

/** Where the panel takes the whole screen; the same words as in `style/panel-style.ts`. */
const WHOLE_SCREEN = '(max-width:480px),(max-height:480px)';

/**
 * Opens and closes the panel's dialog with the view. Beside the page it is not modal: the page stays usable. Where it
 * covers the page it is, and the browser keeps focus and screen readers inside.
 */
export function useDialog(view: View): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = view.isOpen.value;
  const placed = view.placed.value;

  useEffect(() => {
    const element = dialog.current;
    if (!element || !isOpen) return;
    const wholeScreen = mediaQuery(WHOLE_SCREEN);
    const listening = new AbortController();
    const { signal } = listening;
    const show = () => {
      element.close();
      try {
        if (wholeScreen?.matches) element.showModal();
      } catch {
        // Then it is drawn over the page like one, and the page behind it stays in reach.
      }
      // `show()` would take the focus even where nobody asked for it.
      element.open = true;
    };
    const cancel = (event: Event) => {
      event.preventDefault();
      view.close();
    };
    // A browser may close a modal dialog on its own, at a second Escape or a phone's back gesture.
    const closed = () => {
      if (!element.open) view.close();
    };
    show();
    fitToKeyboard(element, signal);
    if (view.takesFocus.value) restFocus(element);
    wholeScreen?.addEventListener?.('change', show, { signal });
    element.addEventListener('cancel', cancel, { signal });
    element.addEventListener('close', closed, { signal });
    return () => {
      listening.abort();
      element.close();
    };
  }, [isOpen, placed]);
  return dialog;
}

/** A phone's keyboard covers the page without making it smaller: the panel keeps to what is left to see. */
function fitToKeyboard(panel: HTMLElement, signal: AbortSignal): void {
  const visualViewport = viewportOf(window);
  if (!visualViewport) return;
  const fit = () => {
    panel.style.setProperty('--_view-height', `${visualViewport.height}px`);
    panel.style.setProperty('--_view-top', `${visualViewport.offsetTop}px`);
  };
  fit();
  for (const change of ['resize', 'scroll']) visualViewport.addEventListener(change, fit, { signal });
}

function viewportOf(page: Window): VisualViewport | null {
  try {
    return page.visualViewport;
  } catch {
    return null;
  }
}
