/**
 * Tries each mutant against the tests that are to find it, in one Vitest: a run takes one mutant of as many sources as
 * do not touch one another's tests, so there are as many runs as the longest source has mutants, and not one for each.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { createVitest, type TestModule, type TestSpecification, type Vitest } from 'vitest/node';
import { applied, findMutants, type Mutant } from './find-mutants.ts';

/** A source and the tests that are to notice whatever happens to it; paths from the root of the repository. */
export interface Target {
  source: string;
  tests: readonly string[];
}

export interface Trial {
  source: string;
  mutant: Mutant;
  found: boolean;
}

interface Attempt extends Target {
  code: string;
  waiting: Mutant[];
}

/** @throws where the tests fail by themselves: then they find everything, and nothing is known */
export async function tryMutants(targets: readonly Target[], onTrial: (trial: Trial) => void = () => undefined) {
  const root = process.cwd();
  const now = new Map<string, string>();
  const mutate: Plugin = {
    name: 'mutants',
    enforce: 'pre',
    transform: (_code, id) => now.get(id.split('?')[0] ?? id),
  };
  const include = [...new Set(targets.flatMap(({ tests }) => tests))];
  const vitest = await createVitest(
    'test',
    { config: false, watch: false, include, reporters: [{}], isolate: false, pool: 'threads', fsModuleCache: false },
    { plugins: [mutate] },
  );
  try {
    const specifications = await vitest.globTestSpecifications();
    const run = async (tests: ReadonlySet<string>): Promise<ReadonlySet<string>> => {
      const chosen = specifications.filter(({ moduleId }) => tests.has(moduleId));
      return failing(await vitest.runTestSpecifications(chosen), chosen);
    };
    const absolute = (files: readonly string[]) => files.map((file) => path.join(root, file));
    const broken = await run(new Set(absolute(include)));
    if (broken.size > 0) throw new Error(`These fail without any change: ${[...broken].join(', ')}`);

    const attempts: Attempt[] = targets.map(({ source, tests }) => {
      const file = path.join(root, source);
      const code = readFileSync(file, 'utf8');
      return { source: file, tests: absolute(tests), code, waiting: findMutants(file, code) };
    });
    const reached = new Map(absolute(include).map((test) => [test, filesBehind(vitest, test)]));
    const trials: Trial[] = [];
    const tell = (trial: Trial) => {
      trials.push(trial);
      onTrial(trial);
    };
    for (const { source, tests, waiting } of attempts) {
      if (tests.length > 0) continue;
      for (const mutant of waiting.splice(0)) tell({ source: path.relative(root, source), mutant, found: false });
    }
    for (let batch = nextBatch(attempts, reached); batch.length > 0; batch = nextBatch(attempts, reached)) {
      const chosen = batch.map((attempt) => ({ ...attempt, mutant: attempt.waiting.shift() as Mutant }));
      for (const { source, code, mutant } of chosen) {
        now.set(source, applied(code, mutant));
        vitest.invalidateFile(source);
      }
      const failed = await run(new Set(chosen.flatMap(({ tests }) => tests)));
      for (const { source, tests, mutant } of chosen) {
        tell({ source: path.relative(root, source), mutant, found: tests.some((test) => failed.has(test)) });
        now.delete(source);
        vitest.invalidateFile(source);
      }
    }
    return trials;
  } finally {
    await vitest.close();
  }
}

/** What did not pass, for whatever reason: a mutant that keeps a file from being read is found as well. */
function failing(
  { testModules }: { testModules: readonly TestModule[] },
  chosen: readonly TestSpecification[],
): ReadonlySet<string> {
  const passed = new Set(testModules.filter((module) => module.state() === 'passed').map(({ moduleId }) => moduleId));
  return new Set(chosen.map(({ moduleId }) => moduleId).filter((id) => !passed.has(id)));
}

/** As many as can be told apart: nobody's tests read what another one changes. Those with most to try go first. */
function nextBatch(attempts: readonly Attempt[], reached: ReadonlyMap<string, ReadonlySet<string>>): Attempt[] {
  const batch: Attempt[] = [];
  const reads = (one: Attempt, other: Attempt) => one.tests.some((test) => reached.get(test)?.has(other.source));
  const open = attempts.filter(({ waiting }) => waiting.length > 0);
  for (const one of open.sort((left, right) => right.waiting.length - left.waiting.length)) {
    if (!batch.some((other) => reads(one, other) || reads(other, one))) batch.push(one);
  }
  return batch;
}

/** Every file that a test reads, directly or not. */
function filesBehind(vitest: Vitest, test: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { moduleGraph } of Object.values(vitest.vite.environments)) {
    const waiting = [...(moduleGraph.getModulesByFile(test) ?? [])];
    for (let module = waiting.pop(); module; module = waiting.pop()) {
      if (module.file === null || found.has(module.file)) continue;
      found.add(module.file);
      waiting.push(...module.importedModules);
    }
  }
  return found;
}
