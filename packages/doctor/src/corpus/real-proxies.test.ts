import { expect, it } from 'vitest';
import { confusionMatrix, isRight } from './confusion-matrix.ts';
import { findProxyProgram } from './real-proxy.ts';
import { realProxyCases } from './real-proxy-cases.ts';
import { type CorpusResult, runCase } from './run-case.ts';

const KINDS = [...new Set(realProxyCases.map(({ kind }) => kind))];
const missing = KINDS.filter((kind) => !findProxyProgram(kind));
if (missing.length > 0) {
  console.error(`\nNO ${missing.join(', ').toUpperCase()} HERE: WHAT THE DOCTOR SAYS BEHIND THEM WAS NOT TRIED.\n`);
}

it.skipIf(process.env.CI !== 'true')('has all proxies where everything must be tried', () => {
  expect(missing).toEqual([]);
});

it('says what is wrong behind real proxies', { timeout: 60_000 }, async () => {
  const jobs = realProxyCases.filter(({ kind }) => !missing.includes(kind));
  const results: CorpusResult[] = [];
  const worker = async () => {
    for (let one = jobs.shift(); one; one = jobs.shift()) {
      for (const version of one.versions) results.push(await runCase(one, version));
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  if (results.length > 0) console.log(confusionMatrix(results));
  const wrong = results.filter((result) => !isRight(result)).map(({ name, found }) => ({ name, found }));
  expect(wrong).toEqual([]);
});
