import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../kinds.ts';
import { shapeInText } from '../shape-in-text.ts';
import { countSteps } from './count-steps.ts';
import { expressionsInSource } from './expressions-in-source.ts';
import { hostileTexts } from './hostile-texts.ts';
import { parseExpression } from './parse-expression.ts';
import { proveLinear } from './prove-linear.ts';

const FOLDER = new URL('..', import.meta.url).pathname;
const WRITTEN = expressionsInSource(FOLDER);
const EVERY = [
  ...WRITTEN,
  ...KINDS.map((kind) => ({ file: kind.id, expression: kind.shape })),
  ...KINDS.map((kind) => ({ file: `${kind.id} in text`, expression: shapeInText(kind) })),
];

/** Steps that one try may take at most, whatever the text: three parts of a token of 12,000 characters. */
const MAX_STEPS = 350_000;

describe('no expression backtracks badly', () => {
  test('every expression of the package is under proof', () => {
    expect(WRITTEN.length).toBeGreaterThanOrEqual(KINDS.length);
    const written = new Set(WRITTEN.map(({ expression }) => expression.source));
    for (const kind of KINDS) expect(written).toContain(kind.shape.source);
    expect(filesThatBuildExpressions()).toEqual(['shape-in-text.ts']);
  });

  test.each(EVERY)('$file $expression', ({ expression }) => {
    expect(proveLinear(expression).maxSteps).toBeLessThanOrEqual(MAX_STEPS);
  });

  test('what is tried from every character of a text reads little', () => {
    for (const { expression } of EVERY) {
      const { anchored, maxLength } = proveLinear(expression);
      if (!anchored) expect(maxLength).toBeLessThan(64);
    }
  });

  test('a plain backtracking engine stays within the proved steps on 100 kB of hostile text', () => {
    const hostile = hostileTexts(100_000);
    for (const { expression } of EVERY) {
      const tree = parseExpression(expression);
      const { maxSteps } = proveLinear(expression);
      for (const text of hostile) expect(countSteps(tree, text, 0)).toBeLessThanOrEqual(maxSteps);
    }
  }, 60_000);
});

describe('the proof refuses what does backtrack', () => {
  test.each([
    [/^(?:a{1,9}){1,9}$/, 'group repeats'],
    [/^a*$/, 'without bound'],
    [/^\w{1,20}\d{1,20}$/, 'can also be what follows'],
    [/^[a-z]{0,20}[A-Z]?[a-z]{0,40}$/, 'can also be what follows'],
    [/^(?:ab|a){0,20}$/, 'group repeats'],
    [/^(?:\w{1,20},?){3}$/, 'can also be what follows'],
  ])('%s', (expression, reason) => {
    expect(() => proveLinear(expression)).toThrow(reason);
  });

  test('and what it cannot read', () => {
    expect(() => proveLinear(/^(a)\1$/)).toThrow('Only');
    expect(() => proveLinear(/(?<=a)b/)).toThrow('Only');
  });
});

function filesThatBuildExpressions(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('proof'))
    .filter((file) => readFileSync(`${FOLDER}/${file}`, 'utf8').includes('new RegExp('));
}
