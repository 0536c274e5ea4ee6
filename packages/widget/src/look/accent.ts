/** A site's colour, made legible: whatever was picked, text in it or on it keeps a contrast of at least 4.5 to 1. */

/** WCAG 2.2, 1.4.3. */
export const LEAST_CONTRAST = 4.5;

/** A colour that is just legible on a dark ground looks dull there. */
const GLOW = 6;

export const DEFAULT_ACCENT = '#0b5d5e';

/** The grounds of `style/tokens.ts` that the accent has to be read on. */
export const LIGHT_GROUND = '#f2f0ea';
export const DARK_GROUND = '#1c2125';

/** Red, green, blue, each 0 to 255; of `#rgb` or `#rrggbb`, else empty. */
function channelsOf(colour: string): number[] {
  const long = colour.trim().replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  return (/^#[\da-f]{6}$/i.test(long) ? (long.match(/\w\w/g) ?? []) : []).map((part) => Number.parseInt(part, 16));
}

/** WCAG 2.2, "relative luminance". */
function luminance(channels: readonly number[]): number {
  const parts = channels.map((value) => (value > 10 ? ((value / 255 + 0.055) / 1.055) ** 2.4 : value / 255 / 12.92));
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
}

function contrastOf(a: readonly number[], b: readonly number[]): number {
  const ratio = (luminance(a) + 0.05) / (luminance(b) + 0.05);
  return Math.max(ratio, 1 / ratio);
}

/** Both colours as `#rrggbb`. */
export function contrast(a: string, b: string): number {
  return contrastOf(channelsOf(a), channelsOf(b));
}

/**
 * A colour like the wanted one that can be read on a ground: darker on a light one, lighter on a dark one.
 * On a light ground white can then be written on it; on a dark one nearly black can.
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
