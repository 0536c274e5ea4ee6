/** The bodies of the operators' HTTP interface (`/admin/api/…`), shared by server and console. No body holds a secret. */
import type { Cause } from './cause.ts';

export type CredentialOriginView = 'console' | 'environment' | 'file' | 'env-file' | 'practice';

/** A credential as it may be shown. */
export interface CredentialDescriptionView {
  origin: CredentialOriginView;
  baseUrl: string;
  /** As `@guichet/keys` names it, e.g. `open-webui-api-key`. */
  kind: string;
  length: number;
  lastTwo: string;
  fingerprint: string;
  /** ISO 8601, of a session token that dies. */
  expiresAt?: string;
}

export type CredentialStateView =
  | { kind: 'none' }
  | { kind: 'unproven' }
  | { kind: 'accepted'; since: string }
  | { kind: 'refused'; cause: Cause | 'unknown'; causeText: string; since: string; nextProbeAt: string };

export interface CredentialView {
  /** What answers are asked with; absent when there is nothing to ask with. */
  held?: CredentialDescriptionView;
  /** Why nothing is held. */
  lack?: { kind: 'key-missing' | 'key-unusable'; what?: string; next?: string };
  state: CredentialStateView;
  /** Until a session token dies; negative afterwards. */
  secondsLeft?: number;
  /** Credentials of other sources that do not count while this one does. */
  overrides: { origin: CredentialOriginView; fingerprint: string; same: boolean }[];
  /** The address that OPENWEBUI_URL gives; absent in practice mode. */
  openWebUiUrl?: string;
  practice: boolean;
}

/** What a pasted text is, said before anything is sent anywhere. */
export interface InspectionView {
  kind: string;
  usable: boolean;
  what: string;
  meaning: string;
  next: string;
  cleaned?: string;
  /** It is a session token: it can be exchanged for a key that does not expire. */
  exchangeable: boolean;
}

/** A sign-in at Open WebUI, or what is still missing of it. */
export type OpenWebUiSignInView =
  | { kind: 'session'; ticket: string; role: string; email?: string; expiresInSeconds: number }
  | { kind: 'second-factor'; ticket: string; step: 'verify' | 'enroll' | 'recover'; text: string }
  | { kind: 'refused'; cause: Cause | 'unknown'; text: string; retryAfter?: number };

export interface MenuStepView {
  /** Breadcrumbs in Open WebUI's own words. */
  path: string[];
  who: 'administrator' | 'owner';
  /** Where nobody looked into this version's menus: the version whose place this is. */
  seenIn?: string;
}

export type ExchangeView =
  | { kind: 'done'; created: boolean; replacedOld: boolean; credential: CredentialView }
  /** There is no key yet; creating one hurts nobody. */
  | { kind: 'no-key' }
  /** A key may exist that cannot be read; creating would kill it at once. */
  | { kind: 'would-replace' }
  | { kind: 'keys-off'; text: string; steps: MenuStepView[] }
  | { kind: 'failed'; cause: Cause | 'unknown'; text: string };

export interface AuditEntryView {
  id: string;
  /** ISO 8601. */
  at: string;
  actor: string;
  action: string;
  detail: Record<string, unknown>;
}

/** One step of "set up for me", in words. */
export interface SetUpStepView {
  id: string;
  text: string;
  state: 'to-do' | 'already' | 'done' | 'undone' | 'kept' | 'failed';
  /** Of a step that failed or was left. */
  why?: string;
}

export interface SetUpPlanView {
  /** What carries it out, within ten minutes; absent when it cannot be carried out yet. */
  plan?: string;
  version: string;
  model: { id: string; name: string };
  steps: SetUpStepView[];
  /** Why it cannot be done here; nothing was changed. */
  obstacles: string[];
  /** To be answered in the next request for a plan. */
  questions: { id: string; text: string; choices: { id: string; text: string }[] }[];
  notes: string[];
}

/** Lines of newline-delimited JSON while a set-up is carried out or taken back. */
export type SetUpProgressView =
  | { kind: 'before'; step: SetUpStepView }
  | { kind: 'after'; step: SetUpStepView }
  | { kind: 'end'; ok: boolean; text: string; credential?: CredentialView };

export interface SetUpStateView {
  /** Something was set up here, or stopped half-way, and can be taken back. */
  canUndo: boolean;
  startedAt?: string;
  /** It prepared the whole agent too. */
  wholeAgent?: boolean;
}

/** What whoever found the credential could do with it. */
export interface ReachView {
  credential: 'api-key' | 'session-token';
  restricted: boolean;
  findings: { id: string; reach: 'open' | 'closed' | 'unknown'; needed: boolean; text: string; proof: string }[];
  /** What closes it: one line for Open WebUI's settings, and where it goes. It binds everybody's keys there. */
  remedy: { line: string; path: string[]; binds: boolean; text: string };
}

export interface AllowListView {
  state: 'to-do' | 'already';
  now: { enabled: boolean; line: string };
  wanted: { enabled: boolean; line: string };
  /** Entries of others that stay. */
  kept: string[];
  text: string;
  canUndo: boolean;
}

/** The sign-in that the whole agent needs besides the key. */
export interface AgentAccountView {
  /** A sign-in is kept. */
  on: boolean;
  email?: string;
  /** The credential in use is a session token itself: no sign-in is needed. */
  direct: boolean;
  /** Why there is no session, or none soon. */
  problem?: { id: string; text: string; retryAfter?: number };
}

/** Whether the whole agent may run with a model, looked at just now. */
export interface WholeAgentView {
  possible: boolean;
  model: string;
  /** `kind`: of an open built-in tool, as Open WebUI's `meta.builtinTools` calls it. */
  obstacles: { what: string; kind?: string; text: string }[];
}

/** Renewal by a service account, for an Open WebUI where API keys stay off. */
export interface RenewalView {
  on: boolean;
  email?: string;
}
