import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TOKENS } from '../style/tokens.ts';
import { inkOn, LEAST_CONTRAST } from './ink-on.ts';
import { contrast, DARK_GROUND, LIGHT_GROUND, legibleAccent } from './legible-accent.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('legibleAccent', () => {
  it('can be read on both grounds, and written on, whatever was picked', () => {
    fc.assert(
      fc.property(colour, (picked) => {
        const light = legibleAccent(picked, LIGHT_GROUND) ?? '';
        const dark = legibleAccent(picked, DARK_GROUND) ?? '';
        for (const ground of [LIGHT_GROUND, TOKENS.ground.light])
          expect(contrast(light, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        for (const ground of [DARK_GROUND, TOKENS.sunken.dark, TOKENS['on-accent'].dark])
          expect(contrast(dark, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has an ink for every colour', () => {
    fc.assert(
      fc.property(colour, (picked) => {
        const ink = inkOn(picked) === '#fff' ? '#ffffff' : '#000000';
        expect(contrast(picked, ink)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }),
      { numRuns: 2_000 },
    );
    expect([inkOn('#ffdd00'), inkOn('#0b5d5e'), inkOn('#000')]).toEqual(['#000', '#fff', '#fff']);
  });

  it('leaves a colour alone that can be read already', () => {
    expect(legibleAccent('#0B5D5E', LIGHT_GROUND)).toBe('#0b5d5e');
    expect(legibleAccent('#fff', DARK_GROUND)).toBe('#ffffff');
  });

  it('takes hexadecimal colours only', () => {
    for (const wrong of ['', 'red', '#12', '#12345g', 'rgb(1,2,3)', '#fff;}'])
      expect(legibleAccent(wrong, LIGHT_GROUND)).toBeUndefined();
  });

  it('keeps the hue in the dark: a strong blue stays blue', () => {
    const [red = 0, green = 0, blue = 0] =
      (legibleAccent('#0000ff', DARK_GROUND) ?? '').match(/\w\w/g)?.map((part) => Number.parseInt(part, 16)) ?? [];
    expect(blue - Math.max(red, green)).toBeGreaterThan(60);
  });
});
