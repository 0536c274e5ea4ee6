export { BUILTIN_TOOL_KINDS, type BuiltinToolKind, OLDEST_FOR_WHOLE_AGENT } from './builtin-tool-kinds.ts';
export { gatherSafetyEvidence, type SteadyEvidence } from './gather-safety-evidence.ts';
export { judgeWholeAgent, type OpenTool, openKindsOf, type WholeAgentObstacle } from './judge-whole-agent.ts';
export { type ModelSafety, type Rights, readModelSafety, readRights, type SafetyEvidence } from './safety-evidence.ts';
export { type WholeAgentFinding, wholeAgentObstacles } from './whole-agent-obstacles.ts';
