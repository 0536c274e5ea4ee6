import { isBefore } from '../version-order.ts';
import type { CaseContext } from './case-context.ts';
import { addressCases } from './cases/address.ts';
import { agentAnswerCases } from './cases/agent-answers.ts';
import { agentBoundCases } from './cases/agent-bounds.ts';
import { agentConnectionCases } from './cases/agent-connection.ts';
import { agentFailureCases } from './cases/agent-failures.ts';
import { silentRunBegins, silentRunEnds } from './cases/agent-signs-of-life.ts';
import { agentStopCases } from './cases/agent-stops.ts';
import { answerCases } from './cases/answers.ts';
import { builtInToolCases } from './cases/built-in-tools.ts';
import { credentialCases } from './cases/credentials.ts';
import { documentCases } from './cases/documents.ts';
import { filterCases } from './cases/filters.ts';
import { identityCases } from './cases/identity.ts';
import { knowledgeCases } from './cases/knowledge.ts';
import { modeACases } from './cases/mode-a.ts';
import { modelCases } from './cases/models.ts';
import { oddAnswerCases } from './cases/odd-answers.ts';
import { oneRoundCases } from './cases/one-round.ts';
import { pipeCases } from './cases/pipes.ts';
import { providerErrorCases } from './cases/provider-errors.ts';
import { ratingCases } from './cases/ratings.ts';
import { switchCases } from './cases/switches.ts';
import { visitorTextCases } from './cases/visitor-text.ts';
import { voiceCases } from './cases/voice.ts';
import type { ContractCase } from './contract-case.ts';

/** Everything Guichet relies on, in the order it is asked. */
export const CONTRACT_CASES: readonly ContractCase[] = [
  ...addressCases,
  ...credentialCases,
  ...identityCases,
  ...modelCases,
  ...answerCases,
  ...oddAnswerCases,
  ...providerErrorCases,
  ...modeACases,
  ...visitorTextCases,
  ...knowledgeCases,
  ...documentCases,
  ...voiceCases,
  ...ratingCases,
  ...builtInToolCases,
  ...oneRoundCases,
  ...filterCases,
  ...pipeCases,
  ...silentRunBegins,
  ...agentAnswerCases,
  ...agentStopCases,
  ...agentConnectionCases,
  ...agentFailureCases,
  ...agentBoundCases,
  ...silentRunEnds,
  // Last, because they turn switches that everything else depends on.
  ...switchCases,
];

/** @returns why a case is left out on this server; undefined when it runs */
export function reasonToSkip(one: ContractCase, server: { version: string; real: boolean }): string | undefined {
  if (one.since && isBefore(server.version, one.since)) return `since ${one.since}`;
  if (one.until && !isBefore(server.version, one.until)) return `until ${one.until}`;
  return one.realOnly && !server.real ? one.realOnly : undefined;
}

export type CaseResult =
  | { name: string; outcome: 'passed'; ms: number }
  | { name: string; outcome: 'skipped'; reason: string }
  | { name: string; outcome: 'failed'; ms: number; error: unknown };

/**
 * Runs one case after the other and reports each as soon as it is known. Never throws.
 * @param named only the cases whose name has these words in it
 */
export async function runContractCases(
  context: CaseContext,
  real: boolean,
  report: (result: CaseResult) => void,
  named = '',
): Promise<void> {
  for (const one of CONTRACT_CASES.filter(({ name }) => name.includes(named))) {
    const reason = reasonToSkip(one, { version: context.version, real });
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
}
