import { DARK_GROUND, LIGHT_GROUND, legibleAccent } from '../look/accent.ts';

/** What the look of a site, or the attributes of its element, say about the bubble. All as written, unchecked. */
export interface WishedLook {
  accent?: string | null | undefined;
  position?: string | null | undefined;
  theme?: string | null | undefined;
}

/** Puts the accent, made legible for light and dark, on the element: bubble and panel read it from there. */
export function dressElement(element: HTMLElement, accent: string | null | undefined): void {
  if (!accent) return;
  element.style.setProperty('--_accent-light', legibleAccent(accent, LIGHT_GROUND));
  element.style.setProperty('--_accent-dark', legibleAccent(accent, DARK_GROUND));
}

export function dressLauncher(button: HTMLElement, look: WishedLook): void {
  button.classList.toggle('left', /left$/.test(look.position ?? ''));
  for (const theme of ['light', 'dark']) button.classList.toggle(theme, look.theme === theme);
}
