import { DARK_GROUND, LIGHT_GROUND, legibleAccent } from '../look/accent.ts';

/** What the look of a site, or the attributes of its element, say about the bubble. All as written, unchecked. */
export interface WishedLook {
  accent?: string | undefined;
  position?: string | undefined;
  theme?: string | undefined;
}

/** Puts the accent, made legible for light and dark, on the element: bubble and panel read it from there. */
export function dressElement(element: HTMLElement, accent: string | undefined): void {
  element.style.setProperty('--_accent-light', legibleAccent(accent ?? '', LIGHT_GROUND) ?? null);
  element.style.setProperty('--_accent-dark', legibleAccent(accent ?? '', DARK_GROUND) ?? null);
}

export function dressLauncher(button: HTMLElement, { position, theme }: WishedLook): void {
  button.className = `launcher ${position?.includes('left') ? 'left' : ''} ${theme ?? ''}`;
}
