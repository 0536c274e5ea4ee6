import { expect, it } from 'vitest';
import { compareVersions } from './compare-versions.ts';

it.each([
  ['0.12.4', '=', '0.12.4'],
  ['0.9.6', '<', '0.12.4'],
  ['0.12.4', '>', '0.12.3'],
  ['1.0.0', '>', '0.99.99'],
  ['0.12', '=', '0.12.0'],
  ['0.12', '<', '0.12.1'],
  ['0.12.4-dev', '=', '0.12.4'],
  ['26.0.0+build.7', '=', '26.0.0'],
  ['0.12.4', '>', 'no version'],
])('%s %s %s', (one, sign, other) => {
  expect(Math.sign(compareVersions(one, other))).toBe('<=>'.indexOf(sign) - 1);
});
