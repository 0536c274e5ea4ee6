import { expect, it } from 'vitest';
import { isRestrictedHere } from './is-restricted-here.ts';

const entry = (action: string, outcome?: string) => ({
  id: action,
  at: '',
  actor: 'console',
  action,
  detail: { outcome },
});

it('stays so until the restriction was taken back, and a try that left it takes nothing back', () => {
  const applied = entry('allow-list-applied');
  expect(isRestrictedHere([])).toBe(false);
  expect(isRestrictedHere([entry('signed-in'), applied])).toBe(true);
  expect(isRestrictedHere([entry('allow-list-undone', 'undone'), applied])).toBe(false);
  for (const outcome of ['failed', 'kept']) {
    expect(isRestrictedHere([entry('allow-list-undone', outcome), applied])).toBe(true);
  }
  expect(isRestrictedHere([applied, entry('allow-list-undone', 'undone')])).toBe(true);
});
