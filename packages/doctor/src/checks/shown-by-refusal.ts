import type { Cause } from '@guichet/contract/cause';
import type { SeenFailure } from '../evidence/evidence-map.ts';
import { ok, skip, type Verdict } from '../verdict.ts';

/**
 * Open WebUI judges one thing after the other: the header, the key, the switch, the account. A refusal shows that what
 * it asks before was in order. Of what it asks later, or when the list of models failed for another reason, it shows
 * nothing.
 * @param later refusals that Open WebUI comes to only after what is judged here
 */
export function shownByRefusal(failure: SeenFailure | undefined, later: readonly Cause[]): Verdict {
  return failure === undefined || later.some((cause) => cause === failure.cause) ? ok() : skip({ key: 'nothingToSee' });
}
