/**
 * What a pasted secret is. Everything here works offline, in a browser and in Node, without dependency.
 * Texts are in `@guichet/keys/text`, the search in running text in `@guichet/keys/find-secrets` and `/scrub`.
 */

export { cleanCredential, cleanDoubtfulCredential } from './clean-credential.ts';
export { type CleanedText, cleanPastedText, type Removal } from './clean-pasted-text.ts';
export { fingerprint } from './fingerprint.ts';
export { isUsable } from './is-usable.ts';
export type { Belongs, Confidence, Family, KeyKind, Noun } from './key-kind.ts';
export { KINDS, type KindId, kindById } from './kinds.ts';
export { EXPIRING_WITHIN_DAYS, type RecogniseOptions, recognise } from './recognise.ts';
export type { KeyCause, NoKey, Recognition } from './recognition.ts';
export type { SessionFacts, SessionGeneration } from './session-token.ts';
