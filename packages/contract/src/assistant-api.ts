/** The bodies of the console's page about the assistant, shared by server and console. Nothing of a visitor's is in them. */
import type { ActivityKind, ActivityState } from './answer-activity.ts';
import type { Cause } from './cause.ts';
import type { ToolMode } from './site-settings.ts';

/** Something that stands in the way of a mode. New codes come with new versions; one that is not known is still shown. */
export interface ModeObstacle {
  /** Stable word, e.g. `version-too-old`. */
  code: string;
  /** What it is about: versions, names of tools. Plain text, never markup. */
  names: string[];
}

/** The codes that the console has words for, with what `names` holds. */
export const MODE_OBSTACLE_CODES = [
  /** Open WebUI is older than the mode needs: the version needed, the version found. */
  'version-too-old',
  /** Open WebUI does not say its version: the version needed. */
  'version-unknown',
  /** The mode needs the service account's sign-in, and there is none. */
  'sign-in-missing',
  /** The model or the account allows built-in tools that read or change the account's own things: their kinds. */
  'tool-open',
  /** Open WebUI is newer than what was looked through for such tools: the version found. */
  'version-unread',
  /** The key's account may do everything. */
  'account-is-administrator',
  /** The role of the key's account is not told. */
  'account-unknown',
  /** The key's account does not see the model. */
  'model-missing',
  /** What the model and the account allow could not be read. */
  'not-checked',
] as const;
export type ModeObstacleCode = (typeof MODE_OBSTACLE_CODES)[number];

/** Whether a mode can be chosen, and why not. */
export interface ModeAvailability {
  mode: ToolMode;
  ok: boolean;
  /** Empty exactly when `ok`. */
  reasons: ModeObstacle[];
}

/** What the owner of the answering model equipped it with in Open WebUI, by ids. */
export interface EquipmentView {
  hasKnowledge: boolean;
  knowledgeIds: string[];
  toolIds: string[];
  filterIds: string[];
  webSearch: boolean;
  pictures: boolean;
}

export interface SiteNameView {
  id: string;
  name?: string;
  /** Lets nobody in. */
  paused: boolean;
}

/** Answer of `GET /admin/api/sites/{site}/assistant`. */
export interface AssistantView {
  site: SiteNameView;
  /** Every site, `default` first. */
  sites: SiteNameView[];
  /** The model that answers; absent when it cannot be had now. */
  model?: { id: string; name: string; equipment: EquipmentView };
  /** Why not. */
  failure?: { cause: Cause | 'unknown'; text: string };
  /** Open WebUI's version, where it says so. */
  version?: string;
  tools: {
    chosen: ToolMode;
    /** What counts: less than chosen when something stands in the way. */
    inForce: ToolMode;
    /** Worth choosing, because the model has something to use. */
    proposed?: ToolMode;
  };
  available: ModeAvailability[];
  /** A set-up in the console can prepare the whole agent for this site: there is an Open WebUI, and the site is its own. */
  canSetUp: boolean;
  followUps: boolean;
  showToolArguments: boolean;
}

/** Body of `PUT /admin/api/sites/{site}/assistant`. All or nothing; what is not named stays. */
export interface AssistantWish {
  tools?: ToolMode;
  followUps?: boolean;
  showToolArguments?: boolean;
}

export interface AssistantChange {
  name: keyof AssistantWish;
  before: ToolMode | boolean;
  after: ToolMode | boolean;
}

export type AssistantChangeView =
  | { kind: 'changed'; assistant: AssistantView; changes: AssistantChange[] }
  /** Nothing was changed: what stands in the way of the mode, with what counts instead. */
  | { kind: 'not-available'; assistant: AssistantView; reasons: ModeObstacle[] };

/** Answer of `GET /admin/api/answers?limit=N`: the newest answers, newest first. */
export interface AnswersView {
  answers: AnswerView[];
}

export type AnswerEndWord = 'complete' | 'stopped' | 'length' | 'interrupted' | 'failed';

/** How one answer went. No question and no answer: whoever looks for a fault needs neither. */
export interface AnswerView {
  /** Of its message. */
  id: string;
  site: string;
  startedAt: string;
  /** From the question to the end, in milliseconds. */
  ms: number;
  end: AnswerEndWord;
  /** What the visitor can quote, where something went wrong. */
  error?: { code: string; ref: string };
  /** Turns of the model: 1 without tools. */
  rounds: number;
  /** Tools, searches and what else ran. */
  activities: AnswerActivityView[];
  sources: number;
  /** How many tokens it took, where somebody told them, and who: the provider, or Open WebUI of a run of the whole agent. */
  usage?: { inputTokens: number; outputTokens: number; from: 'provider' | 'open-webui' };
}

export interface AnswerActivityView {
  kind: ActivityKind;
  title?: string;
  state: ActivityState;
  /** The turn of the model that it belongs to, from 1. */
  round: number;
  ms?: number;
}
