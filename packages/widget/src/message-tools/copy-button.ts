import type { View } from '../element/view.ts';
import { element, iconButton } from '../on-demand/elements.ts';
import { clipboardOf } from '../parts/clipboard-of.ts';
import { copyMarked } from './copy-marked.ts';

const SHEETS = 'M9 9h9a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2ZM4 15V5a2 2 0 0 1 2-2h9';
const TICK = 'M5 12.5l4.5 4.5L19 7.5';

const SAYS_SO_FOR_MS = 2_000;

/** None where the browser gives no clipboard: on pages that are not secure. */
export function copyButton({ texts }: View, text: string): HTMLElement[] {
  const clipboard = clipboardOf(window);
  if (!clipboard) return [];
  const { copy, copied } = texts.value;
  const show = (name: string, path: string) => {
    pressed.ariaLabel = name;
    pressed.title = name;
    pressed.querySelector('path')?.setAttribute('d', path);
    said.textContent = name === copied ? name : '';
  };
  // A name that changes is not read out everywhere.
  const said = element('span', { class: 'unseen', role: 'status' });
  const pressed = iconButton(copy, SHEETS, async () => {
    try {
      await copyMarked(clipboard, text);
      show(copied, TICK);
      setTimeout(() => show(copy, SHEETS), SAYS_SO_FOR_MS);
    } catch {
      // The button says nothing, as the clipboard has nothing.
    }
  });
  return [pressed, said];
}
