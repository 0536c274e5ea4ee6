import { PLAIN_THEME, type Theme } from './theme.ts';

export const PRESETS = ['guichet', 'plain', 'round', 'contrast', 'french-state'] as const;
export type Preset = (typeof PRESETS)[number];

/**
 * Ready-made looks. `french-state` has the public values of the French State's design system: decisions
 * `text-default-grey`, `text-mention-grey`, `border-default-grey`, `background-default-grey`, `background-action-high-blue-france`
 * and `text-inverted-blue-france` in its two themes, its type and its square corners
 * (https://www.systeme-de-design.gouv.fr/fondamentaux/couleurs-utilisation).
 */
export const PRESET_THEMES: Record<Preset, Theme> = {
  guichet: PLAIN_THEME,
  plain: {
    ...PLAIN_THEME,
    colours: {
      light: {
        accent: '#1f1f1f',
        'accent-contrast': '#ffffff',
        bg: '#ffffff',
        fg: '#1f1f1f',
        muted: '#5f5f5f',
        border: '#dcdcdc',
      },
      dark: {
        accent: '#f2f2f2',
        'accent-contrast': '#111111',
        bg: '#181818',
        fg: '#f2f2f2',
        muted: '#a8a8a8',
        border: '#3a3a3a',
      },
    },
    measures: { radius: '4px' },
  },
  round: {
    ...PLAIN_THEME,
    colours: {
      light: {
        accent: '#9a3412',
        'accent-contrast': '#ffffff',
        bg: '#fffdfa',
        fg: '#2b211c',
        muted: '#6b5b52',
        border: '#e7dcd2',
      },
      dark: {
        accent: '#fdba74',
        'accent-contrast': '#2b1206',
        bg: '#211a16',
        fg: '#f3e9e2',
        muted: '#b9a79b',
        border: '#453830',
      },
    },
    measures: { radius: '24px' },
  },
  contrast: {
    ...PLAIN_THEME,
    colours: {
      light: {
        accent: '#0000b3',
        'accent-contrast': '#ffffff',
        bg: '#ffffff',
        fg: '#000000',
        muted: '#1f1f1f',
        border: '#000000',
      },
      dark: {
        accent: '#ffe600',
        'accent-contrast': '#000000',
        bg: '#000000',
        fg: '#ffffff',
        muted: '#e6e6e6',
        border: '#ffffff',
      },
    },
    measures: { 'font-size': '17px' },
  },
  'french-state': {
    ...PLAIN_THEME,
    colours: {
      light: {
        accent: '#000091',
        'accent-contrast': '#f5f5fe',
        bg: '#ffffff',
        fg: '#3a3a3a',
        muted: '#666666',
        border: '#dddddd',
      },
      dark: {
        accent: '#8585f6',
        'accent-contrast': '#000091',
        bg: '#161616',
        fg: '#cecece',
        muted: '#929292',
        border: '#353535',
      },
    },
    measures: { radius: '0px', font: 'Marianne, arial, sans-serif', 'font-size': '16px' },
  },
};
