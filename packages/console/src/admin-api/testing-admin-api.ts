/** For tests: an interface of which only the named routes answer. */
import type { AdminApi } from './admin-api.ts';

export function adminApiOf(routes: Partial<AdminApi>): AdminApi {
  const silent = async (): Promise<never> => {
    throw new Error('nobody expected this request');
  };
  return {
    session: silent,
    signIn: silent,
    signOut: silent,
    credential: silent,
    probe: silent,
    replaceCredential: silent,
    removeCredential: silent,
    signInAtOpenWebUi: silent,
    exchange: silent,
    audit: async () => ({ ok: true, value: { entries: [] } }),
    setUpState: async () => ({ ok: true, value: { site: 'default', canUndo: false, sites: [] } }),
    planSetUp: silent,
    runSetUp: silent,
    undoSetUp: silent,
    reach: silent,
    proposeAllowList: silent,
    applyAllowList: silent,
    undoAllowList: silent,
    renewal: async () => ({ ok: true, value: { on: false } }),
    chooseRenewal: silent,
    endRenewal: silent,
    agentAccount: async () => ({ ok: true, value: { on: false, direct: false } }),
    chooseAgentAccount: silent,
    forgetAgentAccount: silent,
    diagnose: silent,
    lastDiagnosis: async () => ({ ok: true, value: {} }),
    visitorError: silent,
    choosePassword: silent,
    settings: silent,
    changeSettings: silent,
    wizard: silent,
    goToWizardStep: silent,
    checkAddress: silent,
    models: silent,
    lookAtPage: silent,
    assistant: silent,
    changeAssistant: silent,
    answers: async () => ({ ok: true, value: { answers: [] } }),
    ...routes,
  };
}
