import { describe, expect, it } from 'vitest';
import { contrast } from '../look/legible-accent.ts';
import { TOKENS } from '../style/tokens.ts';
import { TOKEN_COLOURS } from './token-colours.ts';

describe('TOKEN_COLOURS', () => {
  it.each(Object.entries(TOKEN_COLOURS))('can be read where code stands, by day and by night: %s', (_, colour) => {
    for (const theme of ['light', 'dark'] as const)
      expect(contrast(colour[theme], TOKENS.sunken[theme]), theme).toBeGreaterThanOrEqual(4.5);
  });
});
