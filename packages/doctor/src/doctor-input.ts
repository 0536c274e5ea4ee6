/** What the doctor is told. It reads no environment, no file of settings and no clock by itself. */
import type { ToolMode } from '@guichet/contract/site-settings';
import type { KeyNeeds } from '@guichet/openwebui/allow-list';
import type { SiteAnswerSettings } from '@guichet/openwebui/client';
import type { SignInProblem } from './sign-in-problem.ts';

/** An origin that asked for the chat and was refused; anybody can write one. */
export interface RefusedOrigin {
  origin: string;
  times: number;
  /** ISO 8601. */
  since: string;
  /** The operator's own for all that can be known: only then may it be offered for the list. */
  isKnown: boolean;
}

export type AgentSessionState = 'ready' | SignInProblem;

/** Redis or Valkey, which replicas share; each goes on alone without it. */
export type RedisState =
  /** `memoryPolicy`: what it does when its memory is full, if it says so. */
  | { kind: 'usable'; memoryPolicy?: string | undefined }
  /** `reason`: what it or the network says; never a secret. */
  | { kind: 'lost'; reason: string };

export interface DoctorInput {
  /** As it was written, not as it was cleaned: what was pasted along is part of the diagnosis. */
  baseUrl?: string | undefined;
  /** As it was written. Never part of the evidence, the report or an error. */
  credential?: string | undefined;
  /** Id of the model that answers; without it, the first the key can see. */
  model?: string | undefined;
  /** Collections of documents that the site names besides those of its model. */
  collections?: SiteAnswerSettings['collections'] | undefined;
  /** The site's answers are meant to rest on documents, whether or not any are attached to the model. */
  expectsKnowledge?: boolean | undefined;
  /** How far the default site lets its model use tools. Without it, nothing is said of tools. */
  tools?: ToolMode | undefined;
  /** Of the whole agent: whether Guichet has a session, or why not. Without it, it is not known here. */
  agentSession?: AgentSessionState | (() => Promise<AgentSessionState>) | undefined;
  /** The address visitors use. */
  publicUrl?: string | undefined;
  /** Origins that may show the chat; empty: only the public address. */
  allowedOrigins?: readonly string[] | undefined;
  /** Origins that were lately refused the chat, the latest first; a running server alone knows them. */
  refusedOrigins?: readonly RefusedOrigin[] | undefined;
  /**
   * How addresses come through the trusted proxies; a running server alone knows it. `unread`: the latest entry of
   * `X-Forwarded-For` that is no address, and how many there were.
   */
  forwarded?: { unread?: { entry: string; times: number } | undefined } | undefined;
  /**
   * Visitors are answered although what is written here may not work: by the practice server as long as there is no
   * address, or with the former address and key, which stay until new ones are accepted.
   */
  answersMeanwhile?: 'practice' | 'former' | undefined;
  /** Kept settings could not be read: an address or key that is not here may be set all the same. */
  settingsUnread?: boolean | undefined;
  /** Names that are nearly those of settings and are not read, with the names that are meant. Never what they hold. */
  misnamed?: readonly { name: string; meant: string }[] | undefined;
  dataDir?: string | undefined;
  /** Where conversations are. Default: a file in the data folder. */
  storedIn?: 'data-folder' | 'postgresql' | undefined;
  /** Guichet's own version, and the newest one if it is known. */
  version?: string | undefined;
  latestVersion?: string | undefined;
  /** Node's version, as `process.versions.node` says it. */
  runtime?: string | undefined;
  /** Where the master key came from. */
  masterKey?: 'data-folder' | 'settings' | undefined;
  /** Asks the database for one row; rejects when it cannot. */
  askStore?: (() => Promise<void>) | undefined;
  /** Looks at Redis; not there without one. */
  askRedis?: (() => Promise<RedisState>) | undefined;
  /** A numbered tick stream, seen through the public address: shows who holds answers back. Without it, Guichet's own. */
  tickUrl?: string | undefined;
  /** The origin under which the operator's browser shows the diagnosis page. */
  browserOrigin?: string | undefined;
  /** The same stream as the visitor's browser saw it: when each tick came, in milliseconds after the request. */
  browserTicks?: { arrivals: readonly number[]; encoding?: string | undefined } | undefined;
  /** Per installation, so that the key's fingerprint means something here and nowhere else. */
  salt?: string | undefined;
  /** What the key is used for besides models and answers. */
  needs?: Omit<KeyNeeds, 'wholeAgent'> | undefined;
}
