import type { ModeObstacle } from '@guichet/contract/assistant-api';
import { expect, it } from 'vitest';
import { isSetUpEnough } from './is-set-up-enough.ts';

const of = (...codes: string[]): ModeObstacle[] => codes.map((code) => ({ code, names: [] }));

it('a set-up is offered only where it removes everything that stands in the way', () => {
  expect(isSetUpEnough(of('sign-in-missing', 'tool-open'))).toBe(true);
  expect(isSetUpEnough(of('account-is-administrator'))).toBe(true);
  expect(isSetUpEnough(of('tool-open', 'version-too-old'))).toBe(false);
  expect(isSetUpEnough(of('a code of a later server'))).toBe(false);
  expect(isSetUpEnough([])).toBe(false);
});
