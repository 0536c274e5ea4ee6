import { DEFAULT_ACCENT } from '../look/default-accent.ts';

/** The product's colours (light, dark), behind the names a page may override. Contrast checked in `tokens.test.ts`. */
export const TOKENS = {
  ground: { light: '#ffffff', dark: '#1c2125' },
  sunken: { light: '#f2f0ea', dark: '#101214' },
  ink: { light: '#1c2126', dark: '#eceae4' },
  muted: { light: '#5a636d', dark: '#a5adb5' },
  line: { light: '#d9d5cb', dark: '#343b41' },
  control: { light: '#8f887a', dark: '#6b747c' },
  fail: { light: '#a4262c', dark: '#f19a96' },
  /** The accent as text and focus, and as an area with `on-accent` written on it. */
  accent: { light: DEFAULT_ACCENT, dark: '#5cc4be' },
  fill: { light: DEFAULT_ACCENT, dark: '#5cc4be' },
  'on-accent': { light: '#ffffff', dark: '#0b1b1b' },
} as const;

export type Token = keyof typeof TOKENS;

/** The public custom property that wins over a token. */
const PUBLIC: Partial<Record<Token, string>> = {
  ground: 'bg',
  ink: 'fg',
  muted: 'muted',
  line: 'border',
  accent: 'accent',
  fill: 'accent',
  'on-accent': 'accent-contrast',
};

/**
 * Tokens that no page overrides, and how much of a page's own ground is in them: where a page has its own colours, these
 * follow, so that a message never stands on a ground its text cannot be read on. Without any they stay what they are.
 */
const MIXED: Partial<Record<Token, number>> = { sunken: 92, control: 45 };

function mixOf(own: string, ground: number): string {
  return `color-mix(in srgb,var(--guichet-bg,${own}) ${ground}%,var(--guichet-fg,${own}))`;
}

/** What `dressElement` puts on the element for a site's own colour. */
const DRESSED: Record<'light' | 'dark', Partial<Record<Token, string>>> = {
  light: { accent: 'light', fill: 'fill', 'on-accent': 'ink' },
  dark: { accent: 'dark', fill: 'dark' },
};

function declarations(theme: 'light' | 'dark'): string {
  return (Object.keys(TOKENS) as Token[])
    .map((token) => {
      const mixed = MIXED[token];
      if (mixed) return `--${token}:${mixOf(TOKENS[token][theme], mixed)}`;
      const dressed = DRESSED[theme][token];
      const own = dressed ? `var(--_${dressed},${TOKENS[token][theme]})` : TOKENS[token][theme];
      const name = PUBLIC[token];
      return `--${token}:${name ? `var(--guichet-${name},${own})` : own}`;
    })
    .join(';');
}

export const TOKEN_STYLE = `
.root{${declarations('light')};color-scheme:light}
.root.dark{${declarations('dark')};color-scheme:dark}
@media(prefers-color-scheme:dark){.root:not(.light){${declarations('dark')};color-scheme:dark}}`;
