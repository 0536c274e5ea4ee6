import { startPractice } from '@guichet/openwebui/practice';
import { type DoctorRun, runDoctor } from '../run-doctor.ts';
import type { CorpusCase, CorpusSetting, ExpectedFinding } from './corpus-case.ts';
import { mainFinding } from './main-finding.ts';

export interface CorpusResult {
  name: string;
  version: string;
  expected: ExpectedFinding;
  found: ExpectedFinding;
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
