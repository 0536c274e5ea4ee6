import { expect, it } from 'vitest';
import { expectCase } from './expect-case.ts';
import { findProxyProgram } from './real-proxy.ts';
import { realProxyCases } from './real-proxy-cases.ts';
import { runCase } from './run-case.ts';

const KINDS = [...new Set(realProxyCases.map(({ kind }) => kind))];
const missing = KINDS.filter((kind) => !findProxyProgram(kind));
if (missing.length > 0) {
  console.error(`\nNO ${missing.join(', ').toUpperCase()} HERE: WHAT THE DOCTOR SAYS BEHIND THEM WAS NOT TRIED.\n`);
}

it.skipIf(process.env.CI !== 'true')('has all proxies where everything must be tried', () => {
  expect(missing).toEqual([]);
});

for (const one of realProxyCases) {
  for (const version of one.versions) {
    it.concurrent(`${one.name} (${version})`, { skip: missing.includes(one.kind), retry: 1 }, async () => {
      expectCase(await runCase(one, version));
    });
  }
}
