import type { KindId } from '../kinds.ts';
import { kindById } from '../kinds.ts';
import type { NoKey, Recognition } from '../recognition.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { type KeyTextLocale, type KeyTexts, type MeaningKey, SPECIAL_KINDS, type SpecialKind } from './key-texts.ts';

/** Languages of the texts. */
export type { KeyTextLocale } from './key-texts.ts';

export interface Explanation {
  /** What it is, in one sentence. */
  readonly what: string;
  /** What that means for Guichet and its visitors. */
  readonly meaning: string;
  /** Who does what, with the menu path. */
  readonly next: string;
  /** What was left out of the pasted text, if anything. */
  readonly cleaned?: string;
}

export const KEY_TEXTS: Readonly<Record<KeyTextLocale, KeyTexts>> = { en, fr };

const NO_KEYS: readonly string[] = [
  'missing',
  'placeholder',
  'masked',
  'truncated',
  'several',
  'unknown',
] satisfies NoKey[];

/** What a pasted secret is, whose, where it belongs and what to do, in a person's language. */
export function explain(recognition: Recognition, locale: KeyTextLocale): Explanation {
  const texts = KEY_TEXTS[locale];
  const said = isNoKey(recognition.kind)
    ? explainNoKey(recognition.kind, recognition, texts)
    : explainKey(recognition.kind, recognition, texts, locale);
  if (recognition.cleaned.length === 0) return said;
  const list = recognition.cleaned.map((removal) => texts.removal[removal]).join(', ');
  return { ...said, cleaned: texts.removed(list) };
}

/** British English, because 3/12 and "March 12" are read wrongly outside the United States. */
const DATE_LOCALES = { en: 'en-GB', fr: 'fr-FR' } as const;

/** A date of a token as people write it. Days, not hours: that is what one plans by. */
export function dateInWords(iso: string, locale: KeyTextLocale): string {
  return new Intl.DateTimeFormat(DATE_LOCALES[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}

function isNoKey(kind: KindId | NoKey): kind is NoKey {
  return NO_KEYS.includes(kind);
}

function explainNoKey(kind: NoKey, { looksLike }: Recognition, texts: KeyTexts): Explanation {
  const like = looksLike && looksLike !== 'jwt' ? texts.looksLike(kindById(looksLike)) : undefined;
  return {
    what: texts.noKey[kind],
    meaning: sentences(like, texts.noKeyMeaning[kind]),
    next: texts.noKeyNext[kind],
  };
}

function explainKey(kind: KindId, recognition: Recognition, texts: KeyTexts, locale: KeyTextLocale): Explanation {
  if (recognition.session) return explainSession(recognition, texts, locale);
  const { owner } = kindById(kind);
  const others = (recognition.alsoPossible ?? []).filter((other) => kindById(other).family !== 'generic');
  const mayBeOpenWebUi = recognition.family === 'open-webui';
  return {
    what: isSpecial(kind) ? texts.special[kind] : texts.known(kindById(kind), recognition.confidence),
    meaning: sentences(
      texts.meaning[meaningOf(kind, recognition)](owner),
      ...others.map((other) => texts.sameShape(kindById(other).owner)),
    ),
    next: sentences(texts.next[recognition.belongs](owner), mayBeOpenWebUi ? undefined : texts.ownKey),
  };
}

function explainSession({ session, cause }: Recognition, texts: KeyTexts, locale: KeyTextLocale): Explanation {
  const endsOn = session?.expiresAt && dateInWords(session.expiresAt, locale);
  const origin = session && texts.madeBy[session.generation];
  const next = texts.replaceSession;
  if (session?.expired && endsOn) {
    return { what: texts.sessionEnded(endsOn), meaning: sentences(texts.sessionIsOver, origin), next };
  }
  const what = session?.internal ? texts.internalSession : texts.session;
  if (!endsOn) return { what, meaning: sentences(texts.sessionNeverEnds, origin), next };
  const ends = cause === 'session-token-expiring' ? texts.sessionEndsSoon(endsOn) : texts.sessionEnds(endsOn);
  return { what, meaning: sentences(ends, origin), next };
}

function meaningOf(kind: KindId, { family, sensitivity, belongs }: Recognition): MeaningKey {
  if (family === 'open-webui') return 'open-webui-api-key';
  if (kind === 'private-key' || kind === 'url-with-password') return kind;
  if (belongs === 'guichet-client' || belongs === 'provider-administration') return belongs;
  if (kindById(kind).hintOnly || family === 'generic') return 'hint';
  if (sensitivity === 'public' && family === 'app') return 'public';
  return family === 'provider' && belongs !== 'owning-app' ? 'provider' : 'app';
}

function isSpecial(kind: KindId): kind is SpecialKind {
  return (SPECIAL_KINDS as readonly string[]).includes(kind);
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}
