import { describe, expect, it } from 'vitest';
import { linesToPaste } from './lines-to-paste.ts';
import { isValue, PLAIN_THEME, type Theme } from './theme.ts';
import { shadeCss, themeCss } from './theme-css.ts';

const theme = (part: Partial<Theme>): Theme => ({ ...PLAIN_THEME, ...part });
const COLOURED = theme({
  colours: { light: { accent: '#000091', bg: '#fff' }, dark: { accent: '#8585f6' } },
  measures: { radius: '0px' },
});

describe('themeCss', () => {
  it('is nothing for the widget’s own look', () => {
    expect(themeCss(PLAIN_THEME)).toBe('');
  });

  it('has measures once, each set of colours where it holds, and in the dark nothing that only the light has', () => {
    expect(themeCss(COLOURED)).toBe(`guichet-chat {
  --guichet-radius: 0px;
  --guichet-accent: #000091;
  --guichet-bg: #fff;
}
@media (prefers-color-scheme: dark) {
  guichet-chat {
    --guichet-accent: #8585f6;
    --guichet-bg: initial;
  }
}
`);
  });

  it('has colours for the dark alone where only these are changed', () => {
    expect(
      themeCss(theme({ colours: { light: {}, dark: { fg: '#eee' } } })),
    ).toBe(`@media (prefers-color-scheme: dark) {
  guichet-chat {
    --guichet-fg: #eee;
  }
}
`);
  });

  it.each(['light', 'dark'] as const)('names one set alone where the chat is always %s', (shade) => {
    expect(themeCss({ ...COLOURED, theme: shade })).toBe(shadeCss(COLOURED, shade, 'guichet-chat'));
  });
});

describe('linesToPaste', () => {
  it('is the line alone for the widget’s own look', () => {
    expect(linesToPaste(PLAIN_THEME, 'https://chat.example.com')).toBe(
      '<script async src="https://chat.example.com/guichet.js" data-site="default"></script>',
    );
  });

  it('has the style before the line, and what is no style as attributes', () => {
    const lines = linesToPaste(
      theme({ accent: '#123456', theme: 'dark', position: 'left', measures: { z: '9' } }),
      'https://chat.example.com',
    );
    expect(lines).toBe(`<style>
guichet-chat {
  --guichet-z: 9;
}
</style>
<script async src="https://chat.example.com/guichet.js" data-site="default" data-accent="#123456" data-theme="dark" data-position="left"></script>`);
  });
});

describe('isValue', () => {
  const asked: [string, string][] = [];
  const supports = (property: string, value: string) => asked.push([property, value]) > 0;

  it('asks the browser, each property as what it is', () => {
    isValue('bg', 'red', supports);
    isValue('offset-y', '10px', supports);
    expect(asked).toEqual([
      ['color', 'red'],
      ['bottom', '10px'],
    ]);
  });

  it.each(['"</style><script>"', '"{"', 'a}b', '"/*"'])('refuses what would end the style: %s', (value) => {
    expect(isValue('font', value, () => true)).toBe(false);
  });
});
