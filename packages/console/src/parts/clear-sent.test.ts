import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { clearSent } from './clear-sent.ts';

it('takes what was sent out of the field, and leaves what was typed since', () => {
  const field = signal('wrong-password');
  clearSent(field, 'wrong-password');
  expect(field.value).toBe('');
  field.value = 'svc-password-1';
  clearSent(field, 'wrong-password');
  expect(field.value).toBe('svc-password-1');
});
