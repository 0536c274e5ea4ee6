import { startPractice } from '@guichet/openwebui/practice';
import { type DoctorRun, runDoctor } from '../run-doctor.ts';
import type { CorpusCase, CorpusSetting } from './corpus-case.ts';

export interface CorpusResult {
  name: string;
  version: string;
  expected: CorpusCase['expected'];
  found: CorpusCase['expected'];
  /** Everything that was said, to be searched for secrets. */
  run: DoctorRun;
  secrets: string[];
}

export async function runCase(corpusCase: CorpusCase, version: string): Promise<CorpusResult> {
  const practice = await startPractice({ version, fresh: corpusCase.fresh ?? false, provider: { tokenMs: 2 } });
  const closers: (() => Promise<unknown>)[] = [() => practice.close()];
  try {
    const account = practice.state.addAccount();
    const key = practice.state.makeKey(account);
    const token = practice.state.makeSessionToken(account);
    const setting: CorpusSetting = { practice, account, key, token, onEnd: (close) => closers.unshift(close) };
    const { input, ...options } = await corpusCase.make(setting);
    const run = await runDoctor(input, options);
    const { name, expected } = corpusCase;
    return { name, version, expected, found: mainFinding(run), run, secrets: [key, token, input.credential ?? ''] };
  } finally {
    for (const close of closers) await close();
  }
}

/** What every key of every old version earns, and what says nothing about why no answer comes. */
const ALWAYS_THERE = new Set(['key-not-restricted']);

/** The first that fails, or else the first warning with a cause: what a person is told first. */
function mainFinding({ results }: DoctorRun): CorpusCase['expected'] {
  for (const wanted of ['fail', 'warn'] as const) {
    for (const { outcome } of results) {
      if (outcome.status !== wanted) continue;
      if (outcome.cause && !ALWAYS_THERE.has(outcome.cause))
        return { cause: outcome.cause, confidence: outcome.confidence };
    }
  }
  return { cause: 'none', confidence: 'certain' };
}
