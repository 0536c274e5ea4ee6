import { inkOn } from '../look/ink-on.ts';

/** What the look of a site, or the attributes of its element, say about the bubble. All as written, unchecked. */
export interface WishedLook {
  accent?: string | undefined;
  position?: string | undefined;
  theme?: string | undefined;
}

/**
 * The bubble has the site's colour by day and by night: it lies on the site's page, not on the panel's ground. Panel and
 * bubble read it from the element.
 */
export function dressLauncher(element: HTMLElement, button: HTMLElement, { accent = '', position }: WishedLook): void {
  const ink = inkOn(accent);
  if (ink) {
    element.style.setProperty('--_fill', accent);
    element.style.setProperty('--_ink', ink);
  }
  button.classList.toggle('left', !!position?.includes('left'));
}
