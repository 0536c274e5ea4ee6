/** Each case is a test of its own, by its name and version: the runner says which one it is. */
import { afterAll, expect, it } from 'vitest';
import { allCases } from './all-cases.ts';
import { confusionMatrix } from './confusion-matrix.ts';
import { expectCase } from './expect-case.ts';
import { type CorpusResult, runCase } from './run-case.ts';

const FAILURES = allCases.filter(({ expected }) => expected.cause !== 'none');

const results: CorpusResult[] = [];

afterAll(() => {
  console.log(
    `${confusionMatrix(results)}\n${FAILURES.length} failures and ${allCases.length - FAILURES.length} times nothing wrong, made ${results.length} times on their versions`,
  );
});

it('has many cases, each with a name of its own', () => {
  expect(FAILURES.length).toBeGreaterThanOrEqual(70);
  expect(new Set(allCases.map(({ name }) => name)).size).toBe(allCases.length);
});

for (const corpusCase of allCases) {
  for (const version of corpusCase.versions) {
    // Time passes in some: what a busy machine made late is made once more, and what is wrong is wrong again.
    it.concurrent(`${corpusCase.name} (${version})`, { retry: 1 }, async () => {
      const result = await runCase(corpusCase, version);
      results.push(result);
      expectCase(result);
    });
  }
}
