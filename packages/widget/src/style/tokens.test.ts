import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast, DARK_GROUND, LIGHT_GROUND } from '../look/legible-accent.ts';
import { TOKENS, type Token } from './tokens.ts';

describe('TOKENS', () => {
  const texts: Token[] = ['ink', 'muted', 'fail', 'accent'];

  it.each(['light', 'dark'] as const)('can be read on every ground (%s)', (theme) => {
    for (const ground of ['ground', 'sunken'] as const) {
      for (const text of texts)
        expect(contrast(TOKENS[text][theme], TOKENS[ground][theme]), `${text} on ${ground}`).toBeGreaterThanOrEqual(
          4.5,
        );
    }
    expect(contrast(TOKENS['on-accent'][theme], TOKENS.accent[theme])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(TOKENS.control[theme], TOKENS.ground[theme])).toBeGreaterThanOrEqual(3);
  });

  it.each(['light', 'dark'] as const)('are those of our own pages (%s)', (theme) => {
    const css = readFileSync(path.join(import.meta.dirname, '../../../contract/src/style/tokens.css'), 'utf8');
    const ofPages = css.split('@media')[theme === 'light' ? 0 : 1] ?? '';
    const inPages: Partial<Record<Token, string>> = { ground: 'surface', fill: 'accent' };
    for (const token of Object.keys(TOKENS) as Token[]) {
      expect(ofPages, token).toContain(`--${inPages[token] ?? token}: ${TOKENS[token][theme].toLowerCase()};`);
    }
  });

  it('are the grounds that a site’s own colour is corrected against', () => {
    expect([TOKENS.sunken.light, TOKENS.ground.dark]).toEqual([LIGHT_GROUND, DARK_GROUND]);
  });
});
