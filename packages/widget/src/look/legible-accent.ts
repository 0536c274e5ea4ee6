import { channelsOf, LEAST_CONTRAST, luminance } from './ink-on.ts';

/** A colour that is just legible on a dark ground looks dull there. */
const GLOW = 6;

/** The grounds of `style/tokens.ts` that the accent has to be read on. */
export const LIGHT_GROUND = '#f2f0ea';
export const DARK_GROUND = '#1c2125';

/** Both as red, green, blue, each 0 to 255. */
export function contrastOf(a: readonly number[], b: readonly number[]): number {
  const ratio = (luminance(a) + 0.05) / (luminance(b) + 0.05);
  return Math.max(ratio, 1 / ratio);
}

/** Both colours as `#rrggbb`. */
export function contrast(a: string, b: string): number {
  return contrastOf(channelsOf(a), channelsOf(b));
}

/**
 * A site's colour as text: one like it that can be read on a ground, darker on a light one, lighter on a dark one.
 * Areas keep the picked colour, with the ink that can be read on it (`ink-on.ts`), so that a yellow brand stays yellow.
 * @returns undefined for what is no hexadecimal colour
 */
export function legibleAccent(colour: string, ground: typeof LIGHT_GROUND | typeof DARK_GROUND): string | undefined {
  const wanted = channelsOf(colour);
  if (!wanted.length) return undefined;
  const isLight = ground === LIGHT_GROUND;
  // Mixing with white alone would make any colour chalky: its own brightest shade goes into the mixture.
  const brightest = Math.max(1, ...wanted);
  const end = wanted.map((value) => (isLight ? 0 : 170 + (85 * value) / brightest));
  let tried = wanted;
  for (let share = 0.02; contrastOf(tried, channelsOf(ground)) < (isLight ? LEAST_CONTRAST : GLOW); share += 0.02)
    tried = wanted.map((value, at) => Math.round(value + ((end[at] ?? 0) - value) * share));
  return `#${tried.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
