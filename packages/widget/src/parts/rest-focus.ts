import { mediaQuery } from '../page/media-query.ts';

/**
 * Where the focus goes when nothing better is known, and when the button that was pressed disappears. On a touch screen
 * the field would bring the keyboard up over the conversation before anybody asked for it.
 */
export function restFocus(inside: Element | null): void {
  const panel = inside?.closest('.panel');
  panel?.querySelector<HTMLElement>(mediaQuery('(pointer:coarse)')?.matches ? '.name' : '.input')?.focus();
}
