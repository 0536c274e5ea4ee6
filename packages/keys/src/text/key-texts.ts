import type { Removal } from '../clean-pasted-text.ts';
import type { Belongs, Confidence, Noun } from '../key-kind.ts';
import type { NoKey } from '../recognition.ts';
import type { SessionGeneration } from '../session-token.ts';

export type KeyTextLocale = 'en' | 'fr';

/** A kind, as sentences need it. */
export interface KindWords {
  readonly owner: string;
  readonly noun: Noun;
}

/** Kinds whose name makes no sentence of the usual form. */
export const SPECIAL_KINDS = [
  'open-webui-api-key',
  'private-key',
  'url-with-password',
  'open-webui-pipelines',
  'aws-access-key',
  'jwt',
  'sk-unknown',
  'uuid',
  'hex32',
  'hex64',
] as const;
export type SpecialKind = (typeof SPECIAL_KINDS)[number];

/** Why a key of a known kind is of no use to Guichet, or of which use. */
export type MeaningKey =
  | 'open-webui-api-key'
  | 'provider'
  | 'provider-administration'
  | 'app'
  | 'private-key'
  | 'url-with-password'
  | 'public'
  | 'guichet-client'
  | 'hint';

/**
 * Everything said about a pasted secret, once per language. A first sentence says what is, without blame; the second
 * what it means for Guichet and its visitors; the third who does what. A key that one language lacks does not compile.
 */
export interface KeyTexts {
  /** What it is. */
  readonly special: Readonly<Record<SpecialKind, string>>;
  readonly known: (words: KindWords, confidence: Confidence) => string;
  readonly session: string;
  readonly internalSession: string;
  readonly sessionEnded: (date: string) => string;
  readonly noKey: Readonly<Record<NoKey, string>>;
  readonly looksLike: (words: KindWords) => string;

  /** What it means. */
  readonly meaning: Readonly<Record<MeaningKey, (owner: string) => string>>;
  readonly sameShape: (owner: string) => string;
  readonly sessionEnds: (date: string) => string;
  readonly sessionEndsSoon: (date: string) => string;
  readonly sessionNeverEnds: string;
  readonly sessionIsOver: string;
  readonly madeBy: Readonly<Record<SessionGeneration, string>>;
  readonly noKeyMeaning: Readonly<Record<NoKey, string>>;

  /** What to do. `ownKey` says where Open WebUI shows its own key. */
  readonly next: Readonly<Record<Belongs, (owner: string) => string>>;
  readonly ownKey: string;
  readonly replaceSession: string;
  readonly noKeyNext: Readonly<Record<NoKey, string>>;

  /** What came along with it. */
  readonly removed: (list: string) => string;
  readonly removal: Readonly<Record<Removal, string>>;

  /** Labels of `guichet key inspect`. */
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly facts: (facts: { length: number; lastTwo: string; fingerprint: string }) => string;
  readonly issued: (date: string) => string;
  readonly stayedHere: string;
}
