import { afterAll, beforeAll, describe, it } from 'vitest';
import { type PracticeServer, startPractice } from '../practice/start-practice.ts';
import type { CaseContext } from './case-context.ts';
import { CONTRACT_CASES, reasonToSkip } from './contract-suite.ts';
import { makeCaseContext } from './make-case-context.ts';
import { addCaseModels } from './scripted-provider.ts';

/** The versions that the same cases were run against on real servers. */
const VERSIONS = ['0.6.43', '0.7.2', '0.8.0', '0.8.12', '0.9.0', '0.9.6', '0.10.2', '0.11.0', '0.11.4', '0.12.4'];

// One server per version, side by side; within one, case after case.
describe.concurrent.each(VERSIONS)('the practice Open WebUI %s', (version) => {
  let practice: PracticeServer;
  let context: CaseContext;
  let close: () => Promise<void>;

  beforeAll(async () => {
    practice = await startPractice({ version, provider: { tokenMs: 2 } });
    addCaseModels(practice.state.provider);
    ({ context, close } = await makeCaseContext({
      baseUrl: practice.url,
      version,
      secret: 'test-secret',
      provider: practice.state.provider,
      adminToken: practice.state.makeSessionToken(practice.state.administrator),
    }));
  });

  afterAll(async () => {
    await close?.();
    await practice?.close();
  });

  for (const one of CONTRACT_CASES) {
    const reason = reasonToSkip(one, { version, real: false });
    it.skipIf(reason)(one.name, { concurrent: false }, () => one.run(context));
  }
});
