/** Who a kind of secret belongs to. `generic`: a bare shape (32 hexadecimal digits, a UUID) that many products use. */
export type Family = 'open-webui' | 'provider' | 'app' | 'generic';

/**
 * How sure the shape alone makes us. `certain`: the prefix and length are its maker's own. `probable`: the usual
 * reading, another one exists. `possible`: a hint. Whether a key *works* is never known here: only a probe says.
 */
export type Confidence = 'certain' | 'probable' | 'possible';

/** Where a secret of this kind is at home, as a key into the texts. */
export type Belongs =
  | 'guichet'
  | 'guichet-client'
  | 'open-webui-connections'
  | 'open-webui-web-search'
  | 'open-webui-audio'
  | 'open-webui-documents'
  | 'provider-administration'
  | 'owning-app'
  | 'owning-machine'
  | 'public-page'
  | 'cannot-tell'
  | 'nowhere';

/** What the thing is called in a sentence, as a key into the texts. */
export type Noun =
  | 'api-key'
  | 'admin-key'
  | 'access-token'
  | 'session-token'
  | 'bot-token'
  | 'private-key'
  | 'public-key'
  | 'password'
  | 'identifier'
  | 'address-with-password';

/** One row of the table of kinds. Data only, so that the table can be printed, counted and proved about. */
export interface KeyKind {
  /** Permanent name; appears in logs and in `--json`. */
  readonly id: string;
  readonly family: Family;
  /** The maker's name as people know it. Never translated. */
  readonly owner: string;
  readonly noun: Noun;
  /** The whole secret and nothing else: begins with `^`, ends with `$`, every repetition bounded. */
  readonly shape: RegExp;
  /**
   * Literal beginnings that no other text has. They let running text be searched in one pass and a cut-off key be told
   * from an unknown one. Empty for shapes without a prefix.
   */
  readonly prefixes: readonly string[];
  readonly confidence: Confidence;
  /** `public`: made to be seen (publishable keys); never scrubbed, never warned about. */
  readonly sensitivity: 'secret' | 'public';
  readonly belongs: Belongs;
  /** A shape that ordinary things have too. It may be suggested, and must never block or be searched for in text. */
  readonly hintOnly?: true;
  /** Has no literal prefix, but a structure of its own: it may still be searched for, from these first characters. */
  readonly startsWithAnyOf?: 'digit' | 'hex-digit' | 'letter';
  /** Other kinds with the very same shape. */
  readonly alsoPossible?: readonly string[];
  /** The shape has an inner proof (checksum, claims, digits of a UUID): `classify` asks it. */
  readonly proof?: 'uuid-v4' | 'not-uuid-v4' | 'coolify-checksum' | 'json-web-token';
  /** In running text also demand that it looks random, because words joined by dashes can have this shape. */
  readonly mustLookRandom?: true;
}
