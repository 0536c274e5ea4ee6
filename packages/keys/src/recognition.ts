import type { Removal } from './clean-pasted-text.ts';
import type { Belongs, Confidence, Family } from './key-kind.ts';
import type { KindId } from './kinds.ts';
import type { SessionFacts } from './session-token.ts';

/** What a pasted text is when it is no key of any kind. */
export type NoKey = 'missing' | 'placeholder' | 'masked' | 'truncated' | 'several' | 'unknown';

/** The stable causes (see the doctor's list) that can be told without asking a server. */
export type KeyCause =
  | 'key-missing'
  | 'key-placeholder'
  | 'key-malformed'
  | 'key-is-provider-key'
  | 'key-is-foreign-token'
  | 'session-token-used'
  | 'session-token-expired'
  | 'session-token-expiring';

/** What a pasted text is. Safe to log, to show and to send: it never holds the secret or an account's id. */
export interface Recognition {
  readonly kind: KindId | NoKey;
  readonly family: Family | 'none';
  readonly confidence: Confidence;
  /** Kinds with the same shape. */
  readonly alsoPossible?: readonly KindId[];
  /** Of a truncated or unknown value: the kind whose beginning it has. */
  readonly looksLike?: KindId;
  readonly sensitivity: 'secret' | 'public';
  /** What was pasted along with it. */
  readonly cleaned: readonly Removal[];
  /** Characters of the value that was found in the text. */
  readonly length: number;
  /** Empty for values so short that two characters would give them away. */
  readonly lastTwo: string;
  /** Same secret, same salt: same fingerprint. Empty for values short enough to be guessed from it. */
  readonly fingerprint: string;
  /** Of an Open WebUI session token, or of another token that says when it ends. */
  readonly session?: SessionFacts;
  /** What keeps it from being Guichet's lasting credential. Missing for an Open WebUI API key. */
  readonly cause?: KeyCause;
  readonly belongs: Belongs;
}
