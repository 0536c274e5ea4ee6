import { COLOURS, MEASURES, SHADES, type Shade, type Theme } from './theme.ts';

type Declaration = readonly [name: string, value: string];

function coloursOf(theme: Theme, shade: Shade): Declaration[] {
  return COLOURS.flatMap((name): Declaration[] => {
    const value = theme.colours[shade][name];
    return value ? [[name, value]] : [];
  });
}

function measuresOf(theme: Theme): Declaration[] {
  return MEASURES.flatMap((name): Declaration[] => {
    const value = theme.measures[name];
    return value ? [[name, value]] : [];
  });
}

function rule(selector: string, declarations: readonly Declaration[], indent = ''): string {
  if (declarations.length === 0) return '';
  const lines = declarations.map(([name, value]) => `${indent}  --guichet-${name}: ${value};\n`).join('');
  return `${indent}${selector} {\n${lines}${indent}}\n`;
}

/** The style of one set of colours, whatever the visitor's system says. Empty where nothing is changed. */
export function shadeCss(theme: Theme, shade: Shade, selector: string): string {
  return rule(selector, [...measuresOf(theme), ...coloursOf(theme, shade)]);
}

/** The style for a page. Colours for the dark are named only where the chat may be dark. */
export function themeCss(theme: Theme, selector = 'guichet-chat'): string {
  if (theme.theme !== 'auto') return shadeCss(theme, theme.theme, selector);
  const [light, dark] = SHADES.map((shade) => coloursOf(theme, shade)) as [Declaration[], Declaration[]];
  // What only the light has would otherwise hold in the dark too.
  const inDark = [...dark, ...light.filter(([name]) => !dark.some(([other]) => other === name)).map(unset)];
  const inner = rule(selector, inDark, '  ');
  return (
    rule(selector, [...measuresOf(theme), ...light]) +
    (inner ? `@media (prefers-color-scheme: dark) {\n${inner}}\n` : '')
  );
}

const unset = ([name]: Declaration): Declaration => [name, 'initial'];
