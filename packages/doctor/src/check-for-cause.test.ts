import { CAUSES } from '@guichet/contract/cause';
import { expect, it } from 'vitest';
import { checkForCause } from './check-for-cause.ts';
import { ALL_CHECKS } from './checks/all-checks.ts';

/** Only a sign-in meets it, and the doctor signs nobody in. */
const FOUND_BY_NO_CHECK = new Set(['second-factor-required']);

it.each(CAUSES)('leads from %s to a check that finds it', (cause) => {
  const check = ALL_CHECKS.find(({ id }) => id === checkForCause(cause));
  expect(check).toBeDefined();
  if (!FOUND_BY_NO_CHECK.has(cause)) expect(check?.causes).toContain(cause);
});

it('leads nowhere from what is no cause', () => {
  for (const word of ['unknown', 'toString', '', undefined]) expect(checkForCause(word)).toBeUndefined();
});
