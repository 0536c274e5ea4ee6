/** Everything that may be seen, as plain data. No secret is in here, and no text of a provider. */

import type { Cause } from '@guichet/contract/cause';
import type { ToolMode } from '@guichet/contract/site-settings';
import type { Recognition } from '@guichet/keys';
import type { WholeAgentObstacle } from '@guichet/openwebui/agent-safety';
import type { KeyNeeds } from '@guichet/openwebui/allow-list';
import type { FrontWord, ModelEquipment, ProviderMatter, UpstreamModel } from '@guichet/openwebui/client';
import type { ReachFinding } from '@guichet/openwebui/reach';
import type { AgentSessionState, RedisState, RefusedOrigin } from '../doctor-input.ts';
import type { Confidence } from '../verdict.ts';
import type { ProxyName } from './find-proxies.ts';

export interface EvidenceMap {
  own: OwnSettings;
  address: AddressEvidence;
  credential: CredentialEvidence;
  theirClock: TheirClockEvidence;
  name: NameEvidence;
  connection: ConnectionEvidence;
  certificate: CertificateEvidence;
  front: FrontEvidence;
  access: AccessEvidence;
  identity: IdentityEvidence;
  reach: ReachEvidence;
  providers: ProvidersEvidence;
  model: ModelEvidence;
  answer: AnswerEvidence;
  stream: AnswerEvidence;
  filter: FilterEvidence;
  knowledge: KnowledgeEvidence;
  tools: ToolsEvidence;
  signIn: SignInEvidence;
  agentStop: AgentStopEvidence;
  builtinTools: BuiltinToolsEvidence;
  socket: SocketEvidence;
  publicAddress: PublicAddressEvidence;
  storage: StorageEvidence;
  store: StoreEvidence;
  redis: RedisEvidence;
  ownDoor: OwnDoorEvidence;
  ticks: TicksEvidence;
  browserTicks: BrowserTicksEvidence;
}

export type EvidenceKey = keyof EvidenceMap;

/** Something failed, in one of our words. `code` is the system's or the status; it holds no text of others. */
export interface SeenFailure {
  cause: Cause | 'unknown';
  confidence: Confidence;
  code?: string;
  status?: number;
  /** What the provider's error is about. */
  matter?: ProviderMatter;
  /** Not us, but what was asked was refused: too long, or against its rules. */
  refusesQuestion?: true;
  /** Open WebUI lists the model, and its provider gave no list of models when it was last asked. */
  isNotProvided?: true;
  /** Away, says the cause; but there was an error in the provider's words, so somebody is there. */
  isProvidersWord?: true;
  /** `null` in place of whatever the provider said. */
  isSilent?: true;
  /** The answer was nothing but the call of a tool. */
  wantsTool?: true;
  /** The stream began and ended without a word, an error or its own end. */
  isCutOff?: true;
  /** Its connection broke while it was on its way. */
  isBroken?: true;
  /** The connection was cut after a time without a word. */
  isHangUp?: true;
  /** Not Open WebUI's own word, but of somebody in front of it. */
  front?: FrontWord;
}

/** The settings that are no secret. */
export interface OwnSettings {
  publicUrl?: string;
  allowedOrigins: readonly string[];
  refusedOrigins: readonly RefusedOrigin[];
  forwarded?: { unread?: { entry: string; times: number } | undefined };
  version?: string;
  latestVersion?: string;
  runtime?: string;
  masterKey?: 'data-folder' | 'settings';
  model?: string;
  tools?: ToolMode;
  /** What the key is used for besides models and answers. */
  keyNeeds: KeyNeeds;
  /** Names that nobody reads, with those that are meant. */
  misnamed?: readonly { name: string; meant: string }[];
}

export type AddressEvidence =
  | { kind: 'missing' }
  /**
   * `noProtocol`: it would be an address with `https://` in front.
   * `meant`: the origin that is left when the scheme that stands twice, or without its colon, stands once.
   */
  | { kind: 'malformed'; noProtocol: boolean; holdsPassword: boolean; meant?: string; isTwice?: boolean }
  | {
      kind: 'address';
      origin: string;
      host: string;
      port: number;
      secure: boolean;
      /** Whatever stands behind the host and port. */
      path: string;
      /** Where Open WebUI is asked: the origin, with the path below which it answers, if there is one. */
      base: string;
      /** The network's proxy that leads there; nothing of its password. */
      proxy?: { name: string; shown: string; host: string; port: number };
      /**
       * What was seen of the path: Open WebUI answers below all of it; a part of it is too much; it answers at the root
       * instead; or nobody answers anywhere, and the path may be right.
       */
      pathLeads?: 'to-open-webui' | 'part-of-it' | 'root-instead' | 'nowhere';
      /** `localhost` and the like: this machine, or this container. */
      isLoopback: boolean;
      /** An address or name that is not of the open internet. */
      isPrivate: boolean;
    };

export interface CredentialEvidence {
  recognition: Recognition;
  /** Made by 0.12 or later, and whether a second factor was given when it was made. */
  session?: { stamped: boolean; secondFactor: boolean };
  nowMs: number;
  /** Whether it may be shown to Open WebUI at all. */
  sendable: boolean;
}

/** What time it is for Open WebUI, which is whose clock ends a session; ours where it did not say. */
export interface TheirClockEvidence {
  nowMs: number;
  told: boolean;
}

export type NameEvidence =
  | { kind: 'address-literal' }
  | { kind: 'found'; addresses: readonly string[]; ms: number }
  | { kind: 'failed'; failure: SeenFailure };

export type ConnectionEvidence = { kind: 'open'; ms: number } | { kind: 'failed'; failure: SeenFailure };

export type CertificateEvidence =
  | { kind: 'none' }
  | { kind: 'failed'; failure: SeenFailure }
  | {
      kind: 'seen';
      /** OpenSSL's word for what is wrong with its chain or its name; undefined: nothing. */
      problem?: string;
      names: readonly string[];
      coversHost: boolean;
      issuer: string;
      validFromMs: number;
      validToMs: number;
      selfSigned: boolean;
      nowMs: number;
    };

/** One reply to a plain GET, reduced to what tells who answered. */
export interface SeenReply {
  status: number;
  contentType: string;
  hasProcessTime: boolean;
  /** Where a redirection leads: origin and path, no query. */
  location?: string;
  asksForPassword: boolean;
  isHtml: boolean;
  /** The title of a page, at most 80 characters. */
  title?: string;
  /** Its form asks for a password, or it says that one must sign in. */
  looksLikeSignIn: boolean;
  server?: string;
  /** An error in the words of a front, and without Open WebUI's mark. */
  front?: FrontWord;
  ms: number;
  /** The parsed body, for the short JSON replies alone. */
  json?: unknown;
}

export type Seen = { kind: 'reply'; reply: SeenReply } | { kind: 'failed'; failure: SeenFailure };

export interface FrontEvidence {
  health: Seen;
  version: Seen;
  config: Seen;
  isOpenWebUi: boolean;
  /** Ollama itself, which people take for Open WebUI because both are theirs. */
  isOllama?: true;
  /** As `/api/version` says it. */
  openWebUiVersion?: string;
  /** As `/api/config` says it. */
  configVersion?: string;
  signUpOpen?: boolean;
  signInOff?: boolean;
  /** The switch of API keys, where it is shown to everybody (up to 0.9.4). */
  keysSwitch?: boolean;
  /** Open WebUI itself was told to offer no sockets. */
  socketsOff?: true;
  /** Their clock less ours. `Date` counts whole seconds. */
  clockSkewMs?: number;
}

export interface AccessEvidence {
  models?: readonly UpstreamModel[];
  failure?: SeenFailure;
  /** A 403 about keys may be the switch or the permission; this is what told them apart. */
  ms: number;
}

export type IdentityEvidence =
  | { kind: 'known'; role: 'admin' | 'user' | 'pending' | 'unknown' }
  | { kind: 'failed'; failure: SeenFailure };

export interface ReachEvidence {
  findings: readonly ReachFinding[];
  restricted: boolean;
  binds: boolean;
  line: string;
}

/** What an administrator's credential is told of the connections to providers, one by one. */
export type ProvidersEvidence =
  | { kind: 'not-told' }
  | { kind: 'told'; connections: readonly ('lists' | 'away' | 'refuses' | 'switched-off' | 'fails')[] };

export interface ModelEvidence {
  /** What the settings say; undefined: the first of the list. */
  wished?: string;
  /** The one that will answer; undefined when there is none. */
  used?: string;
  listed: boolean;
  /**
   * Of a wished one that the list does not have, what its row says: `open`: it can be read; `off`: it can, and says that
   * the model is switched off; `closed`: it is there, for others; `none`: nobody knows it; `unknown`: it was not told.
   */
  row: 'open' | 'off' | 'closed' | 'none' | 'unknown';
  /** Written alike, should the wished one not be there. */
  near?: string;
  /** What its owner set the one that will answer to work with. */
  equipment?: ModelEquipment;
}

export interface AnswerEvidence {
  end: 'complete' | 'interrupted' | 'failed';
  failure?: SeenFailure;
  /** Milliseconds after the question, of each piece of text. */
  pieces: readonly number[];
  characters: number;
  sources: number;
  ms: number;
  /** The run's own time was over before the answer was. */
  limited: boolean;
  /** It answers only when it may answer at any length. */
  refusesLimit?: true;
  /** It broke off without a word, and a filter of Open WebUI is why. */
  endedByFilter?: EndedByFilter;
}

/** Of an answer that broke off without a word: whether a filter is why. */
export type FilterEvidence =
  /** Answers do not break off so, or nothing says that it is a filter. */
  | { kind: 'none' }
  /** `mode`: how far tools go here; the whole agent hands filters what they are written for. */
  | { kind: 'ends'; by: EndedByFilter; version?: string; mode?: ToolMode };

export interface EndedByFilter {
  /**
   * `switched`: without the filters that are switched on for the model, words come, and with them again none.
   * `unstreamed`: a question is answered where the answer is asked for in one piece, and none where it is streamed.
   */
  how: 'switched' | 'unstreamed';
  /** Those that are switched on; filters that are always on are told to administrators alone. */
  filters: readonly string[];
}

export interface ToolsEvidence {
  mode?: ToolMode;
  version?: string;
  /** What the model's owner set it to use. */
  toolIds: readonly string[];
  features: readonly string[];
  /** Of these, what Open WebUI does not list for the key's account; not set where the list was not read. */
  missing?: readonly string[];
  /** Tools of the owner's that Guichet does not ask for, because this version loses answers with them. */
  unusable?: readonly string[];
  /** Its row says native calling, on a version where that wins over what a request asks for. */
  callsNatively?: true;
}

/** `none`: the site asks for no whole agent, or of an Open WebUI that cannot run it. */
export type SignInEvidence = { kind: 'none' } | { kind: 'untold' } | { kind: 'told'; state: AgentSessionState };

/** Whether the key may stop a run. */
export interface AgentStopEvidence {
  kind: 'none' | 'untold' | 'open' | 'closed';
  /** What the list of allowed paths must hold. */
  line: string;
}

export type BuiltinToolsEvidence =
  | { kind: 'none' }
  | { kind: 'read'; obstacles: readonly BuiltinObstacle[]; version?: string };

/** Without what others said. */
export type BuiltinObstacle = Exclude<WholeAgentObstacle, { what: 'not-checked' }> | { what: 'not-checked' };

export type SocketEvidence =
  | { kind: 'none' }
  | { kind: 'open'; ms: number }
  /** `status`: the answer in place of an upgrade; without it, none came in time or the connection broke. */
  | { kind: 'blocked'; status?: number; timedOut: boolean; switchedOff: boolean; ms: number };

export interface KnowledgeEvidence {
  expected: boolean;
  sources: number;
  /** Collections of the model's that the account may read, and that it may not. Those nobody told of are in neither. */
  readable: number;
  closed: number;
}

export type PublicAddressEvidence =
  | { kind: 'none' }
  | { kind: 'malformed' }
  | {
      kind: 'seen';
      seen: Seen;
      isGuichet: boolean;
      secure: boolean;
      isLocal: boolean;
      /** The operator's browser shows the page under this very address. */
      isReachedByBrowser: boolean;
    };

export type StorageEvidence =
  | { kind: 'none' }
  /** Conversations are in PostgreSQL. */
  | { kind: 'elsewhere' }
  | { kind: 'failed'; code: string }
  | { kind: 'writable'; freeBytes?: number; totalBytes?: number };

export type StoreEvidence =
  | { kind: 'none' }
  | { kind: 'answers'; ms: number }
  | { kind: 'failed'; storedIn: 'data-folder' | 'postgresql' };

export type RedisEvidence = { kind: 'none' } | RedisState;

export type TicksEvidence =
  | { kind: 'none' }
  | { kind: 'failed'; failure: SeenFailure }
  | {
      kind: 'seen';
      /** When each tick came, in milliseconds after the request, and when it was sent, after the request came. */
      arrivals: readonly number[];
      sent: readonly number[];
      /** False: the connection broke before the last. */
      whole: boolean;
      proxies: readonly ProxyName[];
      encoding?: string;
    };

export type BrowserTicksEvidence = { kind: 'none' } | { kind: 'seen'; arrivals: readonly number[]; encoding?: string };

/** What Guichet says, at its public address, to a visitor's token that is none. */
export type OwnDoorEvidence = { kind: 'none' } | { kind: 'answered'; status: number; code: string };
