/** The look in the page's own address, so that it is still there after a reload and can be sent to somebody. */
import {
  COLOURS,
  type Colour,
  isValue,
  MEASURES,
  type Measure,
  PLAIN_THEME,
  SHADES,
  type Theme,
  type Values,
} from './theme.ts';

const HEX_COLOUR = /^#[\da-f]{6}$/i;

/** @returns the part after `#`; empty for the widget's own look */
export function themeToAddress(theme: Theme): string {
  const parts = new URLSearchParams();
  if (theme.accent) parts.set('attribute', theme.accent);
  if (theme.theme !== 'auto') parts.set('theme', theme.theme);
  if (theme.position !== 'right') parts.set('position', theme.position);
  for (const shade of SHADES)
    for (const [name, value] of Object.entries(theme.colours[shade])) if (value) parts.set(`${shade}.${name}`, value);
  for (const [name, value] of Object.entries(theme.measures)) if (value) parts.set(name, value);
  return String(parts);
}

/** Takes what is right and leaves out the rest: anybody can write an address. @param fragment with or without `#` */
export function themeFromAddress(fragment: string, isRight: typeof isValue = isValue): Theme {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const values = <Name extends Colour | Measure>(names: readonly Name[], prefix = ''): Values<Name> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = parts.get(prefix + name);
        return value && isRight(name, value) ? [[name, value]] : [];
      }),
    ) as Values<Name>;
  const accent = parts.get('attribute') ?? '';
  const theme = parts.get('theme');
  return {
    accent: HEX_COLOUR.test(accent) ? accent : PLAIN_THEME.accent,
    theme: theme === 'light' || theme === 'dark' ? theme : PLAIN_THEME.theme,
    position: parts.get('position') === 'left' ? 'left' : 'right',
    colours: { light: values(COLOURS, 'light.'), dark: values(COLOURS, 'dark.') },
    measures: values(MEASURES),
  };
}
