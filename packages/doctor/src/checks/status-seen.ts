import type { SeenFailure } from '../evidence/evidence-map.ts';
import { type Observation, saw } from '../verdict.ts';

/** The status of a refusal, where one was seen. */
export function statusSeen({ status }: SeenFailure): Observation[] {
  return status === undefined ? [] : [saw('status', status)];
}
