import { DARK_GROUND, DEFAULT_ACCENT, LIGHT_GROUND, legibleAccent } from '../look/accent.ts';

/** What the look of a site, or the attributes of its element, say about the bubble. All as written, unchecked. */
export interface WishedLook {
  accent?: string | undefined;
  position?: string | undefined;
  theme?: string | undefined;
}

/** Puts the accent, made legible for light and dark, on the element: bubble and panel read it from there. */
export function dressElement(element: HTMLElement, accent: string | undefined): void {
  // The product's own colour has a dark shade chosen by hand.
  const own = accent?.toLowerCase() === DEFAULT_ACCENT ? '' : (accent ?? '');
  element.style.setProperty('--_accent-light', legibleAccent(own, LIGHT_GROUND) ?? null);
  element.style.setProperty('--_accent-dark', legibleAccent(own, DARK_GROUND) ?? null);
}

export function dressLauncher(button: HTMLElement, { position, theme }: WishedLook): void {
  button.className = `launcher ${position?.includes('left') ? 'left' : ''} ${theme ?? ''}`;
}
