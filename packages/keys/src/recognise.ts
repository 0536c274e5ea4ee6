import { type Classification, classify } from './classify.ts';
import { type CleanedText, cleanPastedText } from './clean-pasted-text.ts';
import { fingerprint } from './fingerprint.ts';
import { type KindId, kindById } from './kinds.ts';
import { privateKeyBlockEnd } from './private-key-block.ts';
import type { KeyCause, NoKey, Recognition } from './recognition.ts';
import { type SessionFacts, sessionFacts } from './session-token.ts';
import { isCutByEllipsis, isMasked, isPlaceholder, looksCutOff } from './unusable-value.ts';

export interface RecogniseOptions {
  /** The time to judge a session token by. Default: now. */
  readonly now?: Date;
  /** One random text per installation; see `fingerprint`. */
  readonly salt?: string;
}

/** A session token that ends sooner than this needs its owner's attention already. */
export const EXPIRING_WITHIN_DAYS = 7;
/** Below this, two characters or a fingerprint would help somebody guess the rest. */
const MIN_LENGTH_TO_DESCRIBE = 16;
const DAY_MS = 86_400_000;

/**
 * Says what a pasted text is, offline and in well under a millisecond.
 *
 * @example
 * recognise('OPENWEBUI_API_KEY="sk-proj-…"').cause // 'key-is-provider-key'
 */
export function recognise(text: string, { now = new Date(), salt }: RecogniseOptions = {}): Recognition {
  const cleaned = cleanPastedText(text);
  return { ...judge(cleaned, now), ...describe(cleaned, salt) };
}

type Judgement = Omit<Recognition, 'cleaned' | 'length' | 'lastTwo' | 'fingerprint'>;

/** What a cleaned text is, without a word about the text itself: its fingerprint costs more than all the rest. */
export function judge({ value, isSeveral, isPlainlyEmpty }: CleanedText, now: Date): Judgement {
  if (isSeveral) return noKey('several', 'key-malformed', 'certain');
  if (value === '') return noKey('missing', 'key-missing', isPlainlyEmpty ? 'certain' : 'probable');
  if (privateKeyBlockEnd(value, 0) !== undefined) return known(PRIVATE_KEY, now);
  if (isMasked(value)) return noKey('masked', 'key-malformed', ONE_WORD.test(value) ? 'certain' : 'probable');
  const sure = classify(value, 'without-hints');
  if (isPlaceholder(value) && sure?.kind !== 'open-webui-pipelines') {
    return noKey('placeholder', 'key-placeholder', 'probable');
  }
  if (sure) return known(sure, now);
  if (!LETTER_OR_DIGIT.test(value)) return noKey('missing', 'key-missing', 'probable');
  const looksLike = looksCutOff(value);
  if (isCutByEllipsis(value) || looksLike !== undefined) return truncated(looksLike);
  const hint = classify(value, 'with-hints');
  return hint ? known(hint, now) : noKey('unknown', 'key-malformed', 'possible');
}

/** Dots and stars in a sentence hide nothing. */
const ONE_WORD = /^\S{1,12000}$/;
/** `>-` and `|` are how YAML announces a value, `""` that there is none. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const PRIVATE_KEY: Classification = { kind: 'private-key', confidence: 'certain', alsoPossible: [] };

function noKey(kind: NoKey, cause: KeyCause, confidence: Recognition['confidence']): Judgement {
  return { kind, family: 'none', confidence, sensitivity: 'secret', cause, belongs: 'nowhere' };
}

function truncated(looksLike: KindId | undefined): Judgement {
  return { ...noKey('truncated', 'key-malformed', 'probable'), ...(looksLike && { looksLike }) };
}

function known(classification: Classification, now: Date): Judgement {
  const { family, sensitivity, belongs, hintOnly } = kindById(classification.kind);
  const { kind, confidence, alsoPossible, token } = classification;
  const session = token && kind === 'open-webui-session-token' ? sessionFacts(token.claims, now) : undefined;
  const cause = causeOf(family, Boolean(hintOnly), session, now);
  return {
    kind,
    family,
    confidence,
    ...(alsoPossible.length > 0 && { alsoPossible }),
    sensitivity,
    ...(session && { session }),
    ...(cause && { cause }),
    belongs,
  };
}

/** A hint accuses nobody: what merely looks like somebody's key is only not an Open WebUI key. */
function causeOf(
  family: Recognition['family'],
  hintOnly: boolean,
  session: SessionFacts | undefined,
  now: Date,
): KeyCause | undefined {
  if (session) return causeOfSession(session, now);
  if (family === 'open-webui') return undefined;
  if (hintOnly) return 'key-malformed';
  return family === 'provider' ? 'key-is-provider-key' : 'key-is-foreign-token';
}

function causeOfSession({ expired, expiresAt }: SessionFacts, now: Date): KeyCause {
  if (expired) return 'session-token-expired';
  if (expiresAt === undefined) return 'session-token-used';
  const leftMs = new Date(expiresAt).getTime() - now.getTime();
  return leftMs < EXPIRING_WITHIN_DAYS * DAY_MS ? 'session-token-expiring' : 'session-token-used';
}

function describe(
  { value, removed, isSeveral }: CleanedText,
  salt: string | undefined,
): Pick<Recognition, 'cleaned' | 'length' | 'lastTwo' | 'fingerprint'> {
  const long = value.length >= MIN_LENGTH_TO_DESCRIBE && !isSeveral;
  return {
    cleaned: removed,
    length: value.length,
    lastTwo: long && !value.endsWith('-----') ? value.slice(-2) : '',
    fingerprint: long ? fingerprint(value, salt) : '',
  };
}
