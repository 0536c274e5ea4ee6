import type { View } from '../element/view.ts';
import { adoptStyle } from '../launcher/adopt-style.ts';
import { KEY_WARNING_STYLE } from './key-warning-style.ts';

interface Standing {
  look: 'on' | 'said';
  /** The field's text that this is about. */
  text: string;
  words: readonly (string | Node)[];
  beside: readonly Element[];
}

/** What stands in a composer goes when this is aborted. */
const standing = new WeakMap<HTMLFormElement, AbortController>();
const dressed = new WeakSet<Node>();

/**
 * Puts words into the composer's live region, which is there already (one that comes with its words is not read out
 * everywhere), and parts behind it, for as long as the field has this text and nobody presses Escape.
 * @returns aborted when it goes
 */
export function stand(view: View, form: HTMLFormElement, { look, text, words, beside }: Standing): AbortSignal {
  standing.get(form)?.abort();
  const mine = new AbortController();
  const { signal } = mine;
  standing.set(form, mine);
  dress(form.getRootNode());
  const region = form.querySelector<HTMLElement>('.warning');
  region?.classList.add(look);
  region?.replaceChildren(...words);
  region?.after(...beside);
  const stopWatching = view.chat.draft.subscribe((draft) => {
    if (draft !== text) mine.abort();
  });
  signal.addEventListener('abort', () => {
    stopWatching();
    region?.classList.remove(look);
    region?.replaceChildren();
    for (const part of beside) part.remove();
  });
  form.addEventListener('keydown', (event) => backOnEscape(event, form, mine), { signal });
  return signal;
}

function backOnEscape(event: KeyboardEvent, form: HTMLFormElement, mine: AbortController): void {
  if (event.key !== 'Escape' || event.isComposing) return;
  // Else the panel would close as well.
  event.preventDefault();
  mine.abort();
  form.querySelector<HTMLElement>('.input')?.focus();
}

function dress(root: Node): void {
  if (!dressed.has(root)) adoptStyle(root as ShadowRoot, KEY_WARNING_STYLE);
  dressed.add(root);
}
