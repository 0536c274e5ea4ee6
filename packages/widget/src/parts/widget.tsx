import { effect } from '@preact/signals';
import { render } from 'preact';
import type { View } from '../element/view.ts';
import { TYPING } from '../page/hear-typing.ts';
import { Panel } from './panel.tsx';

/** Draws the widget below the bubble. @returns what takes it away again */
export function drawWidget(root: ShadowRoot, view: View, launcher: HTMLElement | undefined): () => void {
  const place = document.createElement('div');
  root.append(place);
  // Before anything is drawn in it, because the field measures its height.
  const stopDressing = effect(() => {
    const { theme, position } = view.look.value;
    place.className = `root ${theme ?? 'auto'} ${/left$/.test(position ?? '') ? 'left' : ''}`;
    place.lang = view.locale.value;
    place.dir = view.texts.value.direction;
  });
  render(<Panel view={view} />, place);
  const stopKeeping = effect(() => view.chat.kept.set('draft', view.chat.draft.value || undefined));
  const stopReturning = returnFocus(view, launcher);
  const keys = (event: Event) => closeOnEscape(event as KeyboardEvent, view, place);
  root.addEventListener('keydown', keys);
  // Where the page has put the element into a closed root of its own, the window does not see whose typing this is.
  for (const type of TYPING) root.addEventListener(type, stop);
  return () => {
    root.removeEventListener('keydown', keys);
    for (const type of TYPING) root.removeEventListener(type, stop);
    stopReturning();
    stopKeeping();
    stopDressing();
    render(null, place);
    place.remove();
  };
}

const stop = (event: Event) => event.stopPropagation();

/** Closing gives the focus back to where it came from. */
function returnFocus(view: View, launcher: HTMLElement | undefined): () => void {
  let wasOpen = false;
  return effect(() => {
    const isOpen = view.isOpen.value;
    if (wasOpen && !isOpen && view.takesFocus.peek()) setTimeout(() => launcher?.focus());
    wasOpen = isOpen;
  });
}

function closeOnEscape(event: KeyboardEvent, view: View, place: HTMLElement): void {
  if (event.key === 'Escape' && view.canClose && !event.isComposing && !event.defaultPrevented) {
    event.preventDefault();
    view.close();
  }
  if (event.key === 'ArrowUp' && event.altKey) {
    event.preventDefault();
    [...place.querySelectorAll<HTMLElement>('.message-assistant')].at(-1)?.focus();
  }
}
