/** What is mutated, and which tests are to find it: those beside it, unless others are named. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Target } from './try-mutants.ts';

const CHECKS = 'packages/doctor/src/checks';

/** What several checks judge with. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  [`${CHECKS}/native-calling.ts`]: [`${CHECKS}/answer/stream.test.ts`],
  [`${CHECKS}/known-holes.ts`]: [`${CHECKS}/upstream/version-holes.test.ts`],
};

const CLIENT = 'packages/openwebui/src/client';

/** The tables from what came back to a cause, which the doctor and the server read alike, and what asks each row. */
const CAUSE_TABLES: Readonly<Record<string, readonly string[]>> = {
  // It chooses between the others, whose tests ask it as well.
  'error-table': ['error-table', 'front-reply', 'provider-error', 'refusals'],
  refusals: ['refusals'],
  'front-reply': ['front-reply'],
  'provider-matter': ['provider-error'],
  'provider-error': ['provider-error'],
};

export function checkTargets(): Target[] {
  return readdirSync(CHECKS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'all-checks.ts')
    .map((file) => path.join(CHECKS, file))
    .map((source) => ({
      source,
      tests: (SHARED[source] ?? [testBeside(source)]).filter((test) => existsSync(test)),
    }));
}

export function causeTableTargets(): Target[] {
  return Object.entries(CAUSE_TABLES).map(([source, tests]) => ({
    source: `${CLIENT}/${source}.ts`,
    tests: tests.map((test) => `${CLIENT}/${test}.test.ts`),
  }));
}

function testBeside(source: string): string {
  return source.replace(/\.ts$/, '.test.ts');
}
