import { pageState } from './page-state.ts';

/** Every event that leaves a shadow root and tells what somebody types, pastes, copies or drops there. */
export const TYPING =
  'keydown keypress keyup beforeinput input textInput compositionstart compositionupdate compositionend paste copy cut drop'.split(
    ' ',
  );

/**
 * Listens on the window as soon as any script of Guichet's runs: who comes first there is called first. Again at each
 * occasion, because `document.open()` takes listeners away; the same one is never called twice.
 */
export function hearTyping(): void {
  for (const type of TYPING) addEventListener(type, pageState().hear, true);
}
