import { afterAll, beforeAll, describe, it } from 'vitest';
import { type PracticeServer, startPractice } from '../../practice/start-practice.ts';
import { type FreshContext, openFresh } from './fresh-server.ts';
import { FRESH_CASES, reasonToSkipFresh } from './fresh-suite.ts';

/** The versions that the same cases were run against on real servers. */
const VERSIONS = ['0.6.43', '0.7.2', '0.8.0', '0.8.12', '0.9.6', '0.10.2', '0.11.4', '0.12.4'];

describe.concurrent.each(VERSIONS)('a fresh practice Open WebUI %s', (version) => {
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

  for (const one of FRESH_CASES) {
    const reason = reasonToSkipFresh(one, version);
    it.skipIf(reason)(one.name, { concurrent: false, timeout: 60_000 }, () => one.run(context));
  }
});
