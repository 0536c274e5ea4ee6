import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';

describe('parseJson', () => {
  it('reads what is JSON, long or short', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 6_000 }), (json, spaces) => {
        expect(parseJson(' '.repeat(spaces) + json)).toEqual(JSON.parse(json));
      }),
    );
    const long = ['['.repeat(5_000), '\\"[['.repeat(2_000), '\\', '"'];
    expect(parseJson(JSON.stringify(long))).toEqual(long);
  });

  it.each(['', 'x', '{"a":', '"'.repeat(5_001), `"${'\\'.repeat(5_000)}`])('gives nothing for what is none', (text) => {
    expect(parseJson(text)).toBeUndefined();
  });

  it('gives nothing for what is nested beyond all measure', () => {
    for (const depth of [10_000, 8_000_000]) {
      expect(parseJson('['.repeat(depth) + ']'.repeat(depth))).toBeUndefined();
      expect(parseJson('{"a":'.repeat(depth / 5))).toBeUndefined();
    }
    expect(parseJson(`${'['.repeat(400)}${' '.repeat(5_000)}${']'.repeat(400)}`)).toBeDefined();
  });
});
