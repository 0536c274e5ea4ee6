import { findMenuPath } from '@guichet/openwebui/menus';
import { expect, it } from 'vitest';
import { ALL_CHECKS } from '../checks/all-checks.ts';
import { makeReport } from '../report/make-report.ts';
import { addressCases } from './address-cases.ts';
import { answerCases } from './answer-cases.ts';
import { confusionMatrix, figuresOf } from './confusion-matrix.ts';
import { frontCases } from './front-cases.ts';
import { frontWordCases } from './front-word-cases.ts';
import { hostileCases } from './hostile-cases.ts';
import { independentCases } from './independent-cases.ts';
import { keyCases } from './key-cases.ts';
import { ownCases } from './own-cases.ts';
import { providerWordCases } from './provider-word-cases.ts';
import { type CorpusResult, runCase } from './run-case.ts';
import { toolCases } from './tool-cases.ts';

/** At once; more would make time-outs out of a busy machine. */
const PARALLEL = 6;
const CASES = [
  ...addressCases,
  ...frontCases,
  ...keyCases,
  ...answerCases,
  ...ownCases,
  ...hostileCases,
  ...providerWordCases,
  ...frontWordCases,
  ...independentCases,
  ...toolCases,
];
const FAILURES = CASES.filter(({ expected }) => expected.cause !== 'none');

it('says what is wrong, and is never wrongly certain', { timeout: 120_000 }, async () => {
  const jobs = CASES.flatMap((corpusCase) => corpusCase.versions.map((version) => () => runCase(corpusCase, version)));
  const results: CorpusResult[] = [];
  const workers = Array.from({ length: PARALLEL }, async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) results.push(await job());
  });
  await Promise.all(workers);
  const figures = figuresOf(results);
  console.log(
    `${confusionMatrix(results)}\n${FAILURES.length} failures and ${CASES.length - FAILURES.length} times nothing wrong, made ${results.length} times on their versions`,
  );

  expect(FAILURES.length).toBeGreaterThanOrEqual(70);
  expect(figures.wronglyCertain).toBe(0);
  expect(figures.right / figures.total).toBeGreaterThanOrEqual(0.95);
  for (const { run, secrets, name } of results) {
    const said = JSON.stringify([run, makeReport(run, 'en'), makeReport(run, 'fr')]);
    expect(
      run.results.filter(({ outcome }) => outcome.status === 'crashed').map(({ id }) => id),
      name,
    ).toEqual([]);
    for (const { id, outcome } of run.results) {
      if (!('cause' in outcome) || outcome.cause === undefined) continue;
      expect(ALL_CHECKS.find((check) => check.id === id)?.causes, `${id}: ${name}`).toContain(outcome.cause);
    }
    for (const { outcome } of run.results) {
      if (outcome.status !== 'fail' && outcome.status !== 'warn') continue;
      for (const { goal } of outcome.fix) {
        if (goal) expect(findMenuPath(goal, run.version), `${goal} in ${run.version}: ${name}`).toBeDefined();
      }
    }
    expect(said, name).not.toContain('hunter2hunter2');
    for (const secret of secrets.filter((value) => value.length >= 20)) expect(said.includes(secret), name).toBe(false);
  }
});
