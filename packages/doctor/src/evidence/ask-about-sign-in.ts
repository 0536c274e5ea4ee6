import type { SignInEvidence } from './evidence-map.ts';
import type { Gatherer } from './gather-context.ts';
import { wholeAgentAsked } from './whole-agent-asked.ts';

/** Only asked where it is needed: a running server may sign in for it. */
export const askAboutSignIn: Gatherer<'signIn'> = async (context): Promise<SignInEvidence> => {
  if (!(await wholeAgentAsked(context))) return { kind: 'none' };
  const { agentSession } = context.input;
  if (agentSession === undefined) return { kind: 'untold' };
  return { kind: 'told', state: typeof agentSession === 'function' ? await agentSession() : agentSession };
};
