import type { UpstreamTarget } from '../client/open-webui-client.ts';
import { gatherSafetyEvidence, type SteadyEvidence } from './gather-safety-evidence.ts';
import { judgeWholeAgent, type WholeAgentObstacle } from './judge-whole-agent.ts';

export interface WholeAgentFinding {
  /** Empty: the whole agent may run. */
  obstacles: WholeAgentObstacle[];
  /** For the next reading, which then costs two questions. */
  steady?: SteadyEvidence;
}

/** Reads and judges. Never rejects; what could not be read stands in the way. */
export async function wholeAgentObstacles(
  target: UpstreamTarget,
  modelId: string,
  steady?: SteadyEvidence,
): Promise<WholeAgentFinding> {
  const evidence = await gatherSafetyEvidence(target, modelId, steady);
  if ('failure' in evidence) return { obstacles: [{ what: 'not-checked', failure: evidence.failure }] };
  const { version, role } = evidence;
  return { obstacles: judgeWholeAgent(evidence), steady: { version, role } };
}
