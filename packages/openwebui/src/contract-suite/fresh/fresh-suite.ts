import { isBefore } from '../../version-order.ts';
import type { CaseResult } from '../contract-suite.ts';
import { exchangeCases } from './exchange-cases.ts';
import type { FreshCase } from './fresh-case.ts';
import { type FreshServer, openFresh } from './fresh-server.ts';
import { provisionCases } from './provision-cases.ts';
import { reachCases } from './reach-cases.ts';
import { secondFactorCases } from './second-factor-cases.ts';
import { wholeAgentCases } from './whole-agent-cases.ts';

/** Getting the right key by itself, in the order it is tried. */
export const FRESH_CASES: readonly FreshCase[] = [
  ...exchangeCases,
  ...provisionCases,
  ...reachCases,
  ...wholeAgentCases,
  ...secondFactorCases,
];

export function reasonToSkipFresh(one: FreshCase, version: string): string | undefined {
  return one.since && isBefore(version, one.since) ? `since ${one.since}` : undefined;
}

/** Runs one case after the other and reports each as soon as it is known. */
export async function runFreshCases(server: FreshServer, report: (result: CaseResult) => void): Promise<void> {
  const context = await openFresh(server);
  for (const one of FRESH_CASES) {
    const reason = reasonToSkipFresh(one, server.version);
    if (reason) {
      report({ name: one.name, outcome: 'skipped', reason });
      continue;
    }
    const started = performance.now();
    const ms = () => Math.round(performance.now() - started);
    try {
      await one.run(context);
      report({ name: one.name, outcome: 'passed', ms: ms() });
    } catch (error) {
      report({ name: one.name, outcome: 'failed', ms: ms(), error });
    }
  }
  await context.close();
}
