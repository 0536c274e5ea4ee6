import { CAUSES } from '@guichet/contract/cause';
import { expect, it } from 'vitest';
import { checkForCause } from './check-for-cause.ts';
import { ALL_CHECKS } from './checks/all-checks.ts';

it.each(CAUSES)('leads from %s to a check that finds it', (cause) => {
  const check = ALL_CHECKS.find(({ id }) => id === checkForCause(cause));
  expect(check?.causes).toContain(cause);
});

it('leads nowhere from what is no cause', () => {
  for (const word of ['unknown', 'toString', '', undefined]) expect(checkForCause(word)).toBeUndefined();
});
