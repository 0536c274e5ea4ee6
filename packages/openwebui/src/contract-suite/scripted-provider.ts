import type { Behaviour } from '../practice/provider/provider-types.ts';
import { ScriptedProvider } from '../practice/provider/scripted-provider.ts';

export { ScriptedProvider };

/** Asked for by the cases besides those that the provider lists by itself. */
const MORE_MODELS = [
  ...['clean-cut', 'empty', 'crlf', 'json200', 'stall-2'],
  ...['stop-everywhere', 'filtered', 'tool-wanted', 'think-unopened', 'details', 'refuses', 'picture', 'spoken-only'],
  ...['garbage-between', 'error-field', 'error-object', 'big-whole'],
  ...['agent', 'task'],
];

/** The practice server's provider with every model that the cases ask for in its list. */
export function scriptedProvider(): ScriptedProvider {
  const provider = new ScriptedProvider();
  addCaseModels(provider);
  return provider;
}

export function addCaseModels(provider: ScriptedProvider): void {
  provider.options.models = [...new Set([...provider.options.models, ...MORE_MODELS])];
  provider.script('detail401', refusesLikeOpenWebUi);
}

/** As vLLM, LiteLLM or another Open WebUI refuses. */
const refusesLikeOpenWebUi: Behaviour = () => ({
  kind: 'whole',
  status: 401,
  contentType: 'application/json',
  headers: {},
  body: JSON.stringify({ detail: 'Not authenticated' }),
});
