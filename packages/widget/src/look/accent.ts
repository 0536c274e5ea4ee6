/** A site's colour, made legible: whatever was picked, text in it or on it keeps a contrast of at least 4.5 to 1. */

/** WCAG 2.2, 1.4.3. */
export const LEAST_CONTRAST = 4.5;

export const DEFAULT_ACCENT = '#0b5d5e';

/** The grounds of `style/tokens.ts` that the accent has to be read on. */
export const LIGHT_GROUND = '#f2f0ea';
export const DARK_GROUND = '#1c2125';

type Channels = readonly [number, number, number];

/** @returns undefined for anything but `#rgb` and `#rrggbb` */
export function channelsOf(colour: string): Channels | undefined {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour.trim())?.[1];
  if (!hex) return undefined;
  const step = hex.length / 3;
  const at = (index: number) => {
    const part = hex.slice(index * step, index * step + step);
    return Number.parseInt(step === 1 ? part + part : part, 16);
  };
  return [at(0), at(1), at(2)];
}

function luminance(colour: Channels): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(a: Channels, b: Channels): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/**
 * The nearest colour that can be read on a ground: darker on a light one, lighter on a dark one, by as little as does it.
 * On a light ground white can then be written on it; on a dark one nearly black can.
 */
export function legibleAccent(colour: string, ground: typeof LIGHT_GROUND | typeof DARK_GROUND): string {
  const wanted = channelsOf(colour) ?? (channelsOf(DEFAULT_ACCENT) as Channels);
  const onto = channelsOf(ground) as Channels;
  const towards = ground === LIGHT_GROUND ? 0 : 255;
  for (let share = 0; ; share += 0.02) {
    const tried = wanted.map((value) => Math.round(value + (towards - value) * share)) as unknown as Channels;
    if (share >= 1 || contrast(tried, onto) >= LEAST_CONTRAST) return hexOf(tried);
  }
}

function hexOf(colour: Channels): string {
  return `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
