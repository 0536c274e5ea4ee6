import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

it('has the colours of the console, where their contrast is tested', () => {
  const here = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');
  const there = readFileSync(path.join(import.meta.dirname, '../../../console/src/style/tokens.css'), 'utf8');
  expect(here).toBe(there);
});
