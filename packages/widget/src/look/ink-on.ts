/** What can be read on a colour. Small, because the loader carries it. */

/** WCAG 2.2, 1.4.3. */
export const LEAST_CONTRAST = 4.5;

/** Red, green, blue, each 0 to 255; of `#rgb` or `#rrggbb`, else empty. */
export function channelsOf(colour: string): number[] {
  const long = colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  return ((/^#[\da-f]{6}$/i.test(long) && long.match(/\w\w/g)) || []).map((part) => Number(`0x${part}`));
}

/** WCAG 2.2, "relative luminance". */
export function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value > 10 ? ((value / 255 + 0.055) / 1.055) ** 2.4 : value / 3294.6,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * White where it can be read, else black; one of the two always can.
 * @returns undefined for what is no hexadecimal colour
 */
export function inkOn(colour: string): string | undefined {
  const channels = channelsOf(colour);
  if (!channels.length) return undefined;
  return 1.05 / (luminance(channels) + 0.05) < LEAST_CONTRAST ? '#000' : '#fff';
}
