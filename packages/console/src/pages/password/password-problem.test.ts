import { expect, it } from 'vitest';
import { passwordProblem } from './password-problem.ts';

it.each([
  ['password-too-short', 'password'],
  ['password-too-common', 'password'],
  ['current-password-wrong', 'current'],
  ['current-password-wanted', 'current'],
])('%s is about the field %s', (code, field) => {
  expect(passwordProblem({ code, detail: 'Why.' })).toEqual({ field, text: 'Why.' });
});

it('is about no field when nothing else could be typed', () => {
  expect(passwordProblem({ code: 'unreachable' })).toBeUndefined();
  expect(passwordProblem({ code: 'sign-in-busy', detail: 'Later.' })).toBeUndefined();
});
