import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESET_THEMES, PRESETS } from './presets.ts';
import { COLOURS, MEASURES, PLAIN_THEME, type Theme } from './theme.ts';
import { themeFromAddress, themeToAddress } from './theme-in-address.ts';

const anyValue = () => true;
const value = fc.string({ minLength: 1, maxLength: 20 });
const values = <Name extends string>(names: readonly Name[]) =>
  fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true }) as fc.Arbitrary<
    Partial<Record<Name, string>>
  >;
const themes: fc.Arbitrary<Theme> = fc.record({
  accent: fc.constantFrom('', '#000091', '#FFE600'),
  theme: fc.constantFrom('auto', 'light', 'dark'),
  position: fc.constantFrom('right', 'left'),
  colours: fc.record({ light: values(COLOURS), dark: values(COLOURS) }),
  measures: values(MEASURES),
});

describe('a look in an address', () => {
  it('comes back as it went in', () => {
    fc.assert(
      fc.property(themes, (theme) => {
        expect(themeFromAddress(`#${themeToAddress(theme)}`, anyValue)).toEqual(theme);
      }),
    );
  });

  it('is nothing for the widget’s own look, and one of its own for each preset', () => {
    expect(themeToAddress(PLAIN_THEME)).toBe('');
    expect(new Set(PRESETS.map((preset) => themeToAddress(PRESET_THEMES[preset]))).size).toBe(PRESETS.length);
  });

  it('leaves out what is wrong', () => {
    const wrong = '#attribute=red&theme=blue&position=top&light.bg=no&dark.fg=ok&radius=no&other=1';
    expect(themeFromAddress(wrong, (_, text) => text === 'ok')).toEqual({
      ...PLAIN_THEME,
      colours: { light: {}, dark: { fg: 'ok' } },
    });
  });
});
