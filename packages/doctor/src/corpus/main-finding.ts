import type { DoctorRun } from '../run-doctor.ts';
import type { ExpectedFinding } from './corpus-case.ts';

/** What every key of every old version earns, and what says nothing about why no answer comes. */
const ALWAYS_THERE = new Set(['key-not-restricted']);

/** The first that fails, or else the first warning with a cause: what a person is told first. */
export function mainFinding({ results }: DoctorRun): ExpectedFinding {
  for (const wanted of ['fail', 'warn'] as const) {
    for (const { outcome } of results) {
      if (outcome.status !== wanted) continue;
      const cause = outcome.cause ?? (wanted === 'fail' || outcome.confidence === 'unknown' ? 'unknown' : undefined);
      if (cause && !ALWAYS_THERE.has(cause)) return { cause, confidence: outcome.confidence };
    }
  }
  return { cause: 'none', confidence: 'certain' };
}
