import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { en } from '../text/en.ts';
import { ALL_CHECKS } from './all-checks.ts';

const ids = ALL_CHECKS.map(({ id }) => id);

it('has one file for each check, named like it, and no check without texts', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.includes('/') && !file.endsWith('.test.ts'))
    .map((file) => file.replace(/\.ts$/, ''));
  expect([...ids].sort()).toEqual(files.sort());
  expect([...ids].sort()).toEqual(Object.keys(en.checks).sort());
  expect(ids.length).toBeGreaterThanOrEqual(40);
});

it('rests only on checks that stand before', () => {
  for (const { id, after } of ALL_CHECKS) {
    for (const earlier of after) {
      expect(ids).toContain(earlier);
      expect(ids.indexOf(earlier), `${id} after ${earlier}`).toBeLessThan(ids.indexOf(id));
    }
  }
});
