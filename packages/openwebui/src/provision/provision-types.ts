import type { Cause } from '@guichet/contract/cause';
import type { DeskFailure } from '../desk/desk-failure.ts';
import type { Secret } from '../desk/secret.ts';
import type { ProvisionRecord } from './provision-record.ts';

export interface ProvisionWishes {
  /** The model the site's answers come from. */
  model: string;
  /** Default "Guichet", both. */
  accountName?: string;
  groupName?: string;
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
  /** Only where every account needs a second factor: the service account gets an authenticator of its own. */
  | 'second-factor'
  | 'make-key'
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
}

export type Origin = 'made' | 'found';

export type QuestionId = 'account-exists' | 'group-exists';

export type QuestionChoice =
  /** Leave it alone, make another one beside it. */
  | 'make-another'
  /** Use it. For an account: its password is replaced, which cannot be undone. For a group: its members may make keys. */
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
  | 'wanted';

export interface UndoneStep {
  step: Pick<Step, 'id' | 'kind' | 'facts'>;
  result: UndoOutcome;
}
