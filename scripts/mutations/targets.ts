/** What is mutated, and which tests are to find it: those beside it, unless others are named. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Target } from './try-mutants.ts';

const CHECKS = 'packages/doctor/src/checks';

/** What several checks judge with. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  [`${CHECKS}/known-holes.ts`]: [`${CHECKS}/upstream/version-holes.test.ts`],
};

export function allTargets(): Target[] {
  const checks = readdirSync(CHECKS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'all-checks.ts')
    .map((file) => path.join(CHECKS, file));
  return checks.map((source) => ({
    source,
    tests: (SHARED[source] ?? [testBeside(source)]).filter((test) => existsSync(test)),
  }));
}

function testBeside(source: string): string {
  return source.replace(/\.ts$/, '.test.ts');
}
