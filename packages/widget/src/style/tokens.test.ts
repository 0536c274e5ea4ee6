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

  it('are the grounds that a site’s own colour is corrected against', () => {
    expect([TOKENS.sunken.light, TOKENS.ground.dark]).toEqual([LIGHT_GROUND, DARK_GROUND]);
  });
});
