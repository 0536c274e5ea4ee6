/** One entry of the audit log in plain words. What a later server writes and this console does not know is still shown. */
import type { AuditEntryView } from '@guichet/contract/admin-api';
import { CAUSES, type Cause } from '@guichet/contract/cause';
import { en as causesEn } from '@guichet/contract/cause-text/en';
import { fr as causesFr } from '@guichet/contract/cause-text/fr';
import type { Locale } from '@guichet/contract/locale';
import type { Texts } from '../../../text/texts.ts';
import { kindInside } from '../kind-name.ts';
import { setUpSentence } from './set-up-sentence.ts';

const CAUSE_TEXTS = { en: causesEn, fr: causesFr };

export function auditSentence(entry: AuditEntryView, texts: Texts, locale: Locale): string {
  const { action, detail } = entry;
  const words = texts.history.action;
  const named = { kind: kindInside(wordOf(detail.kind), texts), fingerprint: wordOf(detail.fingerprint) };
  switch (action) {
    case 'signed-in':
    case 'credential-removed':
    case 'secrets-rotated':
    case 'sign-in-refused':
    case 'signed-out':
    case 'password-set':
      return words[action];
    case 'settings-changed':
      return settingsSentence(detail, words);
    case 'site-added':
    case 'site-paused':
    case 'site-resumed':
    case 'site-removed':
      return words[action]({ site: wordOf(detail.site) });
    case 'site-changed':
      return words[action]({ site: wordOf(detail.site), names: changedNames(detail) });
    case 'credential-replaced':
      return words[action](named);
    case 'credential-refused':
      return words[action]({ ...named, cause: causeText(detail.cause, locale) });
    case 'signed-in-at-open-webui':
      return signInSentence(detail, words, locale);
    case 'key-exchanged':
      return exchangeSentence(detail, words);
    default:
      return setUpSentence(entry, texts) ?? words.other({ action });
  }
}

type Words = Texts['history']['action'];
type Detail = AuditEntryView['detail'];

function signInSentence({ outcome, cause }: Detail, words: Words, locale: Locale): string {
  if (outcome === 'session') return words.signInSession;
  if (outcome === 'second-factor') return words.signInSecondFactor;
  const tellsWhy = SIGN_IN_CAUSES.has(wordOf(cause));
  return words.signInRefused({ cause: tellsWhy ? causeText(cause, locale) : '' }).trim();
}

/** The other causes are of keys, and a sign-in that was refused has none. */
const SIGN_IN_CAUSES: ReadonlySet<string> = new Set([
  'account-pending',
  'connection-refused',
  'dns-failed',
  'not-open-webui',
  'timeout',
  'tls-invalid',
] satisfies Cause[]);

/** Which, and not from what to what: the settings page has their values. */
function settingsSentence(detail: Detail, words: Words): string {
  const names = changedNames(detail);
  return names === '' ? words.settingsOther : words['settings-changed']({ names });
}

function changedNames({ changes }: Detail): string {
  const names = Array.isArray(changes) ? changes.map((change) => wordOf(change?.name)).filter(Boolean) : [];
  return names.join(', ');
}

function exchangeSentence({ outcome, created, replacedOld }: Detail, words: Words): string {
  switch (outcome) {
    case 'done':
      if (replacedOld === true) return words.exchangeReplaced;
      return created === true ? words.exchangeCreated : words.exchangeExisting;
    case 'no-key':
      return words.exchangeNoKey;
    case 'would-replace':
      return words.exchangeWouldReplace;
    case 'keys-off':
      return words.exchangeKeysOff;
    default:
      return words.exchangeFailed;
  }
}

function causeText(cause: unknown, locale: Locale): string {
  const known: readonly string[] = CAUSES;
  return CAUSE_TEXTS[locale][known.includes(wordOf(cause)) ? (cause as Cause) : 'unknown'];
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
