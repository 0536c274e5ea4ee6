import { describe, expect, it } from 'vitest';
import { channelsOf } from '../look/ink-on.ts';
import { contrast, contrastOf } from '../look/legible-accent.ts';
import { PRESET_THEMES, PRESETS } from './presets.ts';
import { channelsOfComputed } from './seen-contrast.ts';
import { COLOURS, SHADES } from './theme.ts';

describe.each(PRESETS.filter((preset) => preset !== 'guichet'))('preset %s', (preset) => {
  it.each(SHADES)('has all its colours, which can be read (%s)', (shade) => {
    const {
      accent = '',
      bg = '',
      fg = '',
      muted = '',
      'accent-contrast': ink = '',
      ...rest
    } = PRESET_THEMES[preset].colours[shade];
    expect(Object.keys({ ...rest, accent, bg, fg, muted, 'accent-contrast': ink }).sort()).toEqual([...COLOURS].sort());
    for (const [text, ground] of [
      [fg, bg],
      [muted, bg],
      [accent, bg],
      [ink, accent],
    ] as const)
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHADES)(
    'has text that can be read on the mixed ground of one’s own messages, and borders that are seen (%s)',
    (shade) => {
      const { bg = '', fg = '' } = PRESET_THEMES[preset].colours[shade];
      const mixed = (share: number) =>
        channelsOf(bg).map((value, at) => value * share + (channelsOf(fg)[at] ?? 0) * (1 - share));
      expect(contrastOf(channelsOf(fg), mixed(0.92))).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(mixed(0.45), channelsOf(bg))).toBeGreaterThanOrEqual(3);
    },
  );
});

describe('channelsOfComputed', () => {
  it.each([
    ['rgb(1, 2, 3)', [1, 2, 3]],
    ['rgba(1, 2, 3, 0.5)', [1, 2, 3]],
    ['color(srgb 0 1 0.2)', [0, 255, 51]],
    ['color(srgb 2e-1 1 0)', [51, 255, 0]],
  ])('reads %s', (colour, channels) => {
    expect(channelsOfComputed(colour)).toEqual(channels);
  });
});
