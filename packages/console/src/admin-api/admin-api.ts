/** The operators' HTTP interface as the console uses it. Bodies: `@guichet/contract/admin-api` and `…/set-up-api`. */
import type {
  AgentAccountView,
  AllowListView,
  AuditEntryView,
  CredentialView,
  ExchangeView,
  OpenWebUiSignInView,
  ReachView,
  RenewalView,
  SetUpPlanView,
  SetUpProgressView,
  SetUpStateView,
} from '@guichet/contract/admin-api';
import type { AnswersView, AssistantChangeView, AssistantView, AssistantWish } from '@guichet/contract/assistant-api';
import type {
  DiagnosisLineView,
  DiagnosisWish,
  LastDiagnosisView,
  VisitorErrorView,
} from '@guichet/contract/diagnosis-api';
import type {
  AddressCheckView,
  AddressCheckWish,
  ModelListView,
  PageLookView,
  PageLookWish,
  PasswordWish,
  SessionView,
  SettingsChangeView,
  SettingsView,
  SettingsWish,
  SignInWish,
  WizardView,
  WizardWish,
} from '@guichet/contract/set-up-api';
import type { Ask } from './ask.ts';
import type { AskLines } from './ask-lines.ts';
import type { Outcome } from './outcome.ts';

/** What somebody lends for a moment: a sign-in, or the session token of one. */
export type Lent = { email: string; password: string } | { sessionToken: string };

export interface SecondFactorAnswer {
  ticket: string;
  code: string;
  /** One of the codes kept for a lost authenticator. */
  recovery: boolean;
}

/** `never`: only read. `if-none`: where there is none. `replace`: the old one dies, and the person agreed. */
export type CreateWish = 'never' | 'if-none' | 'replace';

export interface SetUpWishes {
  /** Without it, the default one. */
  site?: string;
  /** Identifier of the model; without it the one that answers now, or the settings name. */
  model?: string;
  /** Question and choice, as the former plan named them. */
  answers?: Readonly<Record<string, string>>;
  /** Prepares the whole agent too. */
  tools?: 'whole-agent' | undefined;
  /** Takes rights from every account that open an account's own things. */
  closePermissions?: boolean;
}

/** The sign-in for the whole agent. */
export interface AgentAccountWish {
  email: string;
  password: string;
  /** The secret key of the account's authenticator, where it has one. */
  authenticatorKey?: string;
}

export type OnProgress = (line: SetUpProgressView) => void;

export interface AdminApi {
  session(): Promise<Outcome<SessionView>>;
  signIn(wish: SignInWish): Promise<Outcome<SessionView>>;
  signOut(): Promise<Outcome<undefined>>;
  credential(): Promise<Outcome<CredentialView>>;
  probe(): Promise<Outcome<CredentialView>>;
  replaceCredential(text: string): Promise<Outcome<CredentialView>>;
  removeCredential(): Promise<Outcome<CredentialView>>;
  signInAtOpenWebUi(lent: Lent | SecondFactorAnswer): Promise<Outcome<OpenWebUiSignInView>>;
  exchange(ticket: string, create: CreateWish): Promise<Outcome<ExchangeView>>;
  audit(): Promise<Outcome<{ entries: AuditEntryView[] }>>;
  setUpState(site: string): Promise<Outcome<SetUpStateView>>;
  planSetUp(ticket: string, wishes: SetUpWishes): Promise<Outcome<SetUpPlanView>>;
  runSetUp(ticket: string, plan: string, onLine: OnProgress): Promise<Outcome<undefined>>;
  undoSetUp(ticket: string, site: string, onLine: OnProgress): Promise<Outcome<undefined>>;
  reach(): Promise<Outcome<ReachView>>;
  proposeAllowList(ticket: string): Promise<Outcome<AllowListView>>;
  applyAllowList(ticket: string): Promise<Outcome<{ text: string }>>;
  undoAllowList(ticket: string): Promise<Outcome<{ ok: boolean; text: string }>>;
  renewal(): Promise<Outcome<RenewalView>>;
  chooseRenewal(account: { email: string; password: string }): Promise<Outcome<RenewalView>>;
  endRenewal(): Promise<Outcome<undefined>>;
  agentAccount(): Promise<Outcome<AgentAccountView>>;
  chooseAgentAccount(account: AgentAccountWish): Promise<Outcome<AgentAccountView>>;
  forgetAgentAccount(): Promise<Outcome<undefined>>;
  diagnose(wish: DiagnosisWish, onLine: (line: DiagnosisLineView) => void): Promise<Outcome<undefined>>;
  lastDiagnosis(): Promise<Outcome<LastDiagnosisView>>;
  /** What a visitor was not told, by the reference that they were shown. */
  visitorError(ref: string): Promise<Outcome<VisitorErrorView>>;
  choosePassword(wish: PasswordWish): Promise<Outcome<SessionView>>;
  settings(): Promise<Outcome<SettingsView>>;
  /** `null` takes the console's value away. All or nothing. */
  changeSettings(changes: SettingsWish['changes']): Promise<Outcome<SettingsChangeView>>;
  wizard(): Promise<Outcome<WizardView>>;
  /** Keeps where the wizard stands. */
  goToWizardStep(step: WizardWish['step']): Promise<Outcome<WizardView>>;
  checkAddress(text: AddressCheckWish['text']): Promise<Outcome<AddressCheckView>>;
  models(): Promise<Outcome<ModelListView>>;
  lookAtPage(url: PageLookWish['url']): Promise<Outcome<PageLookView>>;
  assistant(site: string): Promise<Outcome<AssistantView>>;
  changeAssistant(site: string, wish: AssistantWish): Promise<Outcome<AssistantChangeView>>;
  /** The newest answers. */
  answers(): Promise<Outcome<AnswersView>>;
}

export function createAdminApi(ask: Ask, askLines: AskLines): AdminApi {
  return {
    session: () => ask('GET', '/session'),
    signIn: (wish) => ask('POST', '/session', wish),
    signOut: () => ask('DELETE', '/session'),
    credential: () => ask('GET', '/credential'),
    probe: () => ask('POST', '/credential/probe', {}),
    replaceCredential: (text) => ask('PUT', '/credential', { text }),
    removeCredential: () => ask('DELETE', '/credential'),
    signInAtOpenWebUi: (lent) => ask('POST', '/openwebui/sign-in', lent),
    exchange: (ticket, create) => ask('POST', '/openwebui/exchange', { ticket, create }),
    audit: () => ask('GET', '/audit'),
    setUpState: (site) => ask('GET', `/openwebui/provision?${new URLSearchParams({ site })}`),
    planSetUp: (ticket, wishes) => ask('POST', '/openwebui/provision/plan', { ticket, ...wishes }),
    runSetUp: (ticket, plan, onLine) => askLines('/openwebui/provision/run', { ticket, plan }, onLine),
    undoSetUp: (ticket, site, onLine) => askLines('/openwebui/provision/undo', { ticket, site }, onLine),
    reach: () => ask('GET', '/openwebui/reach'),
    proposeAllowList: (ticket) => ask('POST', '/openwebui/allow-list', { ticket }),
    applyAllowList: (ticket) => ask('POST', '/openwebui/allow-list/apply', { ticket }),
    undoAllowList: (ticket) => ask('POST', '/openwebui/allow-list/undo', { ticket }),
    renewal: () => ask('GET', '/openwebui/renewal'),
    chooseRenewal: (account) => ask('PUT', '/openwebui/renewal', account),
    endRenewal: () => ask('DELETE', '/openwebui/renewal'),
    agentAccount: () => ask('GET', '/openwebui/agent-account'),
    chooseAgentAccount: (account) => ask('PUT', '/openwebui/agent-account', account),
    forgetAgentAccount: () => ask('DELETE', '/openwebui/agent-account'),
    diagnose: (wish, onLine) => askLines('/diagnosis', wish, onLine),
    lastDiagnosis: () => ask('GET', '/diagnosis'),
    visitorError: (ref) => ask('GET', `/diagnosis/reference/${encodeURIComponent(ref)}`),
    choosePassword: (wish) => ask('PUT', '/password', wish),
    settings: () => ask('GET', '/settings'),
    changeSettings: (changes) => ask('PUT', '/settings', { changes }),
    wizard: () => ask('GET', '/set-up'),
    goToWizardStep: (step) => ask('PUT', '/set-up', { step }),
    checkAddress: (text) => ask('POST', '/set-up/address', { text }),
    models: () => ask('GET', '/models'),
    lookAtPage: (url) => ask('POST', '/set-up/page', { url }),
    assistant: (site) => ask('GET', `/sites/${encodeURIComponent(site)}/assistant`),
    changeAssistant: (site, wish) => ask('PUT', `/sites/${encodeURIComponent(site)}/assistant`, wish),
    answers: () => ask('GET', '/answers?limit=50'),
  };
}
