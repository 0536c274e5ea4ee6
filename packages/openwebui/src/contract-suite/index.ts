export type { CaseContext, ProviderCall, ProviderControls } from './case-context.ts';
export type { ContractCase } from './contract-case.ts';
export { type CaseResult, CONTRACT_CASES, reasonToSkip, runContractCases } from './contract-suite.ts';
export type { FreshServer } from './fresh/fresh-server.ts';
export { FRESH_CASES, reasonToSkipFresh, runFreshCases } from './fresh/fresh-suite.ts';
export { makeCaseContext, type ServerAtHand } from './make-case-context.ts';
export { addCaseModels, ScriptedProvider, scriptedProvider } from './scripted-provider.ts';
