/** Each case is a test of its own, by its name and version: the runner says which one it is. */
import { afterAll, expect, it } from 'vitest';
import { addressCases } from './address-cases.ts';
import { answerCases } from './answer-cases.ts';
import { confusionMatrix } from './confusion-matrix.ts';
import { expectCase } from './expect-case.ts';
import { frontCases } from './front-cases.ts';
import { frontWordCases } from './front-word-cases.ts';
import { hostileCases } from './hostile-cases.ts';
import { independentCases } from './independent-cases.ts';
import { keyCases } from './key-cases.ts';
import { ownCases } from './own-cases.ts';
import { providerWordCases } from './provider-word-cases.ts';
import { type CorpusResult, runCase } from './run-case.ts';
import { toolCases } from './tool-cases.ts';

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

const results: CorpusResult[] = [];

afterAll(() => {
  console.log(
    `${confusionMatrix(results)}\n${FAILURES.length} failures and ${CASES.length - FAILURES.length} times nothing wrong, made ${results.length} times on their versions`,
  );
});

it('has many cases, each with a name of its own', () => {
  expect(FAILURES.length).toBeGreaterThanOrEqual(70);
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
});

for (const corpusCase of CASES) {
  for (const version of corpusCase.versions) {
    // Time passes in some: what a busy machine made late is made once more, and what is wrong is wrong again.
    it.concurrent(`${corpusCase.name} (${version})`, { retry: 1 }, async () => {
      const result = await runCase(corpusCase, version);
      results.push(result);
      expectCase(result);
    });
  }
}
