import { mediaQuery } from './media-query.ts';

/** Where the panel takes the whole screen; the same words as in `style/dialog-style.ts`. */
const WHOLE_SCREEN = '(max-width:480px),(max-height:480px)';

/**
 * Shows the panel until the signal ends it. Beside the page it is not modal: the page stays usable. Where it covers the
 * page it is, and the browser keeps focus and screen readers inside.
 * @param close called when the browser closes it on its own: Escape, a phone's back gesture
 */
export function showDialog(dialog: HTMLDialogElement, close: () => void, signal: AbortSignal): void {
  const wholeScreen = mediaQuery(WHOLE_SCREEN);
  const show = () => {
    dialog.close();
    try {
      if (wholeScreen?.matches) dialog.showModal();
    } catch {
      // Then it is drawn over the page like one, and the page behind it stays in reach.
    }
    // `show()` would take the focus even where nobody asked for it.
    dialog.open = true;
  };
  const cancel = (event: Event) => {
    event.preventDefault();
    close();
  };
  const closed = () => {
    if (!dialog.open) close();
  };
  show();
  fitToKeyboard(dialog, signal);
  wholeScreen?.addEventListener?.('change', show, { signal });
  dialog.addEventListener('cancel', cancel, { signal });
  dialog.addEventListener('close', closed, { signal });
  signal.addEventListener('abort', () => dialog.close());
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
