/** Questions to the models of the scene, with a plan of what their model shall do. */
import type { ChatCompletionRequest, SiteAnswerSettings } from '../../client/chat-completion-types.ts';
import type { PlannedRound } from '../../practice/provider/plan.ts';
import type { CaseContext, ProviderCall } from '../case-context.ts';
import { question } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { AGENT_MODELS, type AgentModel, equipmentOf } from './agent-scene.ts';

/** Since when cases hold, unless they say it themselves. */
export function casesSince(since: string, cases: ContractCase[]): ContractCase[] {
  return cases.map((one) => ({ since, ...one }));
}

/** Calls of one round, as a plan names them. */
export function calling(...calls: [name: string, parameters: unknown][]): Pick<PlannedRound, 'calls'> {
  return { calls };
}

/** @param asked a plan, or the question itself */
export async function askOf(
  context: CaseContext,
  model: AgentModel,
  asked: PlannedRound[] | string,
  settings: Partial<SiteAnswerSettings> = {},
): Promise<ChatCompletionRequest> {
  const equipment = await equipmentOf(context, model);
  const text = typeof asked === 'string' ? asked : `Please. PLAN ${JSON.stringify(asked)}`;
  return question(text, { model: AGENT_MODELS[model], equipment, tools: 'whole-agent', ...settings });
}

/** What the provider was asked since a moment, completions alone. */
export function callsSince(context: CaseContext, seen: number): ProviderCall[] {
  return context.provider.calls.slice(seen).filter((call) => call.kind === 'completion');
}

/** Waits until something holds. */
export async function until(holds: () => boolean | Promise<boolean>, ms = 5_000): Promise<boolean> {
  const started = performance.now();
  while (performance.now() - started < ms) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}
