import type { Cause } from '@guichet/contract/cause';
import type { DeskFailure } from '../desk/desk-failure.ts';
import type { Secret } from '../desk/secret.ts';
import type { ProvisionRecord } from './provision-record.ts';

export interface ProvisionWishes {
  /** The model the site's answers come from. */
  model: string;
  /** Those of other sites, which are asked with the same key. One that is not there is left out. */
  otherModels?: readonly string[];
  /** Default "Guichet", both. */
  accountName?: string;
  groupName?: string;
  /** Prepares the model, the keys' allow-list and the service account's sign-in for the whole agent. */
  tools?: 'whole-agent';
  /**
   * With it, rights to notes, calendar and the like are taken from every account without a group that gives them. Open
   * WebUI has no way to take a right from one account alone; where the model is closed, this is not needed.
   */
  closePermissions?: boolean;
  /** Answers to a former plan's questions. */
  answers?: Partial<Record<QuestionId, QuestionChoice>>;
}

/** Kinds of steps, in the order they are done. */
export type StepKind =
  | 'switch-keys-on'
  | 'make-account'
  | 'make-group'
  | 'join-group'
  | 'share-model'
  | 'share-knowledge'
  /** A copy of the model for the website, with the built-in tools closed that open the account's own things. */
  | 'copy-model'
  /** The same closed in the model itself: for everybody who uses it. */
  | 'close-tools'
  /** The rights behind them taken from everybody. */
  | 'close-permissions'
  /** Where the keys of this Open WebUI are bound to a list of paths. */
  | 'extend-allow-list'
  /** Only where every account needs a second factor: the service account gets an authenticator of its own. */
  | 'second-factor'
  | 'make-key'
  /** The service account's sign-in is kept: the whole agent needs a session besides the key. */
  | 'keep-sign-in'
  | 'check-answer';

/** One step as it is shown. Data, not sentences: `facts` are the names the texts put in. */
export interface Step {
  /** Unique in a plan, the same each time. */
  id: string;
  kind: StepKind;
  /** `already`: what it would do is there, so nothing will be changed. */
  state: 'to-do' | 'already';
  facts: StepFacts;
}

export interface StepFacts {
  /** Of account, group, model or collection. */
  name?: string;
  id?: string;
  email?: string;
  /** Members of a group that is not Guichet's own: all of them get the permission. */
  members?: number;
  /** A row that Open WebUI does not have yet is made for this model, with its settings as they are. */
  makesRow?: boolean;
  /** `found`: it was there before and is only used. */
  origin?: Origin;
  /** Of the model that a copy is made of. */
  copyOf?: string;
  /** Kinds of built-in tools that are closed. */
  kinds?: string[];
  /** Rights that are taken, as area and name. */
  rights?: string[];
  /** Paths that are added. */
  paths?: string[];
}

export type Origin = 'made' | 'found';

export type QuestionId =
  | 'account-exists'
  | 'group-exists'
  /** The model's built-in tools are open: close them in a copy for the website, or in the model itself. */
  | 'tools-open';

export type QuestionChoice =
  /** Leave it alone, make another one beside it. */
  | 'make-another'
  /**
   * Use it. For an account: its password is replaced, which cannot be undone. For a group: its members may make keys.
   * For a model: it changes for everybody who uses it in Open WebUI.
   */
  | 'use-it';

export interface Question {
  id: QuestionId;
  choices: QuestionChoice[];
  facts: StepFacts;
}

/** Why this cannot be done here; known before anything is changed. */
export interface Obstacle {
  what:
    | 'not-reached'
    | 'not-administrator'
    /** The record to go on from was made on another server. */
    | 'other-server'
    /** Before 0.6.37 keys and permissions work differently. */
    | 'too-old'
    | 'model-missing'
    /** Before 0.10.2 the whole agent does not work from outside. */
    | 'whole-agent-too-old'
    /** A line of versions that nobody here has read: it may have tools that Guichet does not know how to close. */
    | 'whole-agent-unread'
    /** A draw between models ("arena"): it is no model that can be shared. */
    | 'model-not-sharable'
    /** A settings page that does not answer as expected. */
    | 'settings-unreadable';
  cause: Cause | 'unknown';
  failure?: DeskFailure;
}

/** Good to know before agreeing. */
export type Note =
  /** Where the server runs without persistent configuration, the switch is off again after its next start. */
  | 'switch-may-not-last'
  /** Everybody with the permission may make keys from then on; others still have none. */
  | 'switch-is-for-everybody'
  /** One short question is asked of the model at the end. */
  | 'one-answer-is-asked'
  /** Every account needs a second factor; the service account's is kept by Guichet. */
  | 'second-factor-for-all'
  /** What is changed in the model later on does not reach its copy. */
  | 'copy-stands-alone'
  /** The service account keeps the rights that everybody has; what closes the tools is the model. */
  | 'rights-stay'
  /** The service account's password is kept in the safe. */
  | 'password-is-kept'
  /** An interrupted set-up is carried on. */
  | 'carried-on';

export interface ProvisionPlan {
  baseUrl: string;
  version: string;
  model: { id: string; name: string };
  steps: Step[];
  cannot: Obstacle[];
  /** To be answered in `wishes.answers` of the next plan. A plan with questions is not carried out. */
  questions: Question[];
  notes: Note[];
  record: ProvisionRecord;
}

export type StepOutcome =
  | { outcome: 'done' | 'already' }
  | { outcome: 'failed'; why: StepFailureReason; failure: DeskFailure };

export type StepFailureReason =
  /** Open WebUI said no, or something else than expected. */
  | 'refused'
  /** Not sent: nothing was changed. */
  | 'not-reached'
  /** Sent, and no answer came: it may have been done. Going on looks first. */
  | 'answer-lost'
  /** Said to be done, and it is not so. */
  | 'not-taken'
  /** The service account's authenticator is not known any more: undo, and begin again. */
  | 'second-factor-lost'
  /** The key is made, and the model does not answer with it. */
  | 'no-answer';

export type ProvisionResult =
  | ({ kind: 'done'; record: ProvisionRecord; steps: FinishedStep[] } & ProvisionedSecrets)
  /** Go on by planning again with the record, or undo with it. Secrets made so far are handed over as well. */
  | ({
      kind: 'stopped';
      at: string;
      record: ProvisionRecord;
      steps: FinishedStep[];
    } & Partial<ProvisionedSecrets>)
  /** The plan has obstacles or questions left; nothing was done. */
  | { kind: 'not-started'; cannot: Obstacle[]; questions: Question[] };

export interface FinishedStep {
  step: Step;
  result: StepOutcome;
}

export interface ProvisionedSecrets {
  credential: Secret;
  /** To be kept only where renewal by the service account was chosen; otherwise let go. */
  servicePassword?: Secret;
  /** Its authenticator's secret, as one types it; with it and the password the account can sign in again. */
  authenticatorKey?: Secret;
}

export type UndoOutcome =
  | { outcome: 'undone' | 'already' }
  /** Left as it is, because it is not as Guichet left it. */
  | { outcome: 'kept'; why: KeptReason }
  | { outcome: 'failed'; why: StepFailureReason; failure: DeskFailure };

export type KeptReason =
  /** Somebody changed it since. */
  | 'changed-since'
  /** Other members joined this group. */
  | 'others-use-it'
  /** It was there before Guichet. */
  | 'was-there-before'
  /** The record was made at another address; say `sameServer` where only the address changed. */
  | 'other-server'
  /** Another site of this Guichet answers by it. */
  | 'other-site'
  | 'wanted';

export interface UndoneStep {
  step: Pick<Step, 'id' | 'kind' | 'facts'>;
  result: UndoOutcome;
}
