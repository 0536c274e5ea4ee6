import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');
const [light = '', dark = ''] = css.split('@media');

function tokensOf(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', tokensOf(light)],
  ['dark', tokensOf(dark)],
])('%s', (_, tokens) => {
  const colour = (name: string) => tokens.get(name) ?? '';

  it('text can be read on every ground', () => {
    for (const ground of ['ground', 'surface', 'sunken', 'here']) {
      for (const text of ['ink', 'muted', 'accent', 'ok', 'warn', 'fail', 'info']) {
        expect(contrast(colour(text), colour(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const area of ['accent', 'accent-hover']) {
      expect(contrast(colour('on-accent'), colour(area)), `on ${area}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(colour('surface'), colour('fail')), 'on a dangerous button').toBeGreaterThanOrEqual(4.5);
  });

  it('borders of what one can operate can be seen', () => {
    for (const ground of ['ground', 'surface']) {
      expect(contrast(colour('control'), colour(ground)), ground).toBeGreaterThanOrEqual(3);
    }
  });

  it('has the same names as the other theme', () => {
    expect([...tokens.keys()]).toEqual([...tokensOf(light).keys()]);
  });
});
