import { DEFAULT_ACCENT } from './default-accent.ts';
import { inkOn } from './ink-on.ts';
import { DARK_GROUND, LIGHT_GROUND, legibleAccent } from './legible-accent.ts';

/** Puts a site's colour on the element, where the styles (`style/tokens.ts`) read it: as an area, and as text. */
export function dressAccent(element: HTMLElement, accent = ''): void {
  const ink = inkOn(accent);
  // The product's own colour has a dark shade chosen by hand.
  const isOwn = accent.toLowerCase() === DEFAULT_ACCENT;
  const values = {
    fill: ink && accent,
    ink,
    light: legibleAccent(accent, LIGHT_GROUND),
    dark: isOwn ? undefined : legibleAccent(accent, DARK_GROUND),
  };
  for (const [name, value] of Object.entries(values)) element.style.setProperty(`--_${name}`, value ?? null);
}
