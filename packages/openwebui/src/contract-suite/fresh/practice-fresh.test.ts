import { afterAll, beforeAll, describe, it } from 'vitest';
import { OLDEST_FOR_WHOLE_AGENT } from '../../agent-safety/builtin-tool-kinds.ts';
import { type PracticeServer, startPractice } from '../../practice/start-practice.ts';
import { type FreshContext, openFresh } from './fresh-server.ts';
import { FRESH_CASES, reasonToSkipFresh } from './fresh-suite.ts';
import { wholeAgentCases } from './whole-agent-cases.ts';

/** The versions that the same cases were run against on real servers. */
const VERSIONS = ['0.6.43', '0.8.12', '0.9.6', '0.11.4', '0.12.4'];

/** The oldest that the whole agent works on; what stands in its menus was not looked at. */
const ONLY_WHOLE_AGENT = OLDEST_FOR_WHOLE_AGENT;

describe.concurrent.each([...VERSIONS, ONLY_WHOLE_AGENT])('a fresh practice Open WebUI %s', (version) => {
  let practice: PracticeServer;
  let context: FreshContext;

  beforeAll(async () => {
    let shiftMs = 0;
    const now = () => Date.now() + shiftMs;
    const nextCode = async () => {
      shiftMs += 30_000;
    };
    practice = await startPractice({ version, fresh: true, provider: { tokenMs: 1 }, now });
    const admin = { email: 'admin@example.com', password: 'admin-password' };
    context = await openFresh({ baseUrl: practice.url, version, ...admin, clock: { now, nextCode } });
  });

  afterAll(async () => {
    await context?.close();
    await practice?.close();
  });

  for (const one of version === ONLY_WHOLE_AGENT ? wholeAgentCases : FRESH_CASES) {
    const reason = reasonToSkipFresh(one, version);
    it.skipIf(reason)(one.name, { concurrent: false, timeout: 60_000 }, () => one.run(context));
  }
});
