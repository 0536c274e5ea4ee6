import { findMenuPath } from '@guichet/openwebui/menus';
import { expect } from 'vitest';
import { ALL_CHECKS } from '../checks/all-checks.ts';
import { makeReport } from '../report/make-report.ts';
import type { CorpusResult } from './run-case.ts';

/** What must hold of every case: the right cause, said as surely as can be, in places that exist, and no secret. */
export function expectCase({ expected, found, run, secrets }: CorpusResult): void {
  expect(found).toEqual(expected);
  expect(run.results.filter(({ outcome }) => outcome.status === 'crashed').map(({ id }) => id)).toEqual([]);
  for (const { id, outcome } of run.results) {
    if ('cause' in outcome && outcome.cause !== undefined) {
      expect(ALL_CHECKS.find((check) => check.id === id)?.causes, id).toContain(outcome.cause);
    }
    if (outcome.status !== 'fail' && outcome.status !== 'warn') continue;
    for (const { goal } of outcome.fix) {
      if (goal) expect(findMenuPath(goal, run.version), `${goal} in ${run.version}`).toBeDefined();
    }
  }
  const said = JSON.stringify([run, makeReport(run, 'en'), makeReport(run, 'fr')]);
  expect(said.includes('hunter2hunter2')).toBe(false);
  for (const secret of secrets.filter((value) => value.length >= 20)) expect(said.includes(secret)).toBe(false);
}
