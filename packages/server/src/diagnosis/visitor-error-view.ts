import { CAUSES, type Cause } from '@guichet/contract/cause';
import { en as causesEn } from '@guichet/contract/cause-text/en';
import { fr as causesFr } from '@guichet/contract/cause-text/fr';
import type { VisitorErrorView } from '@guichet/contract/diagnosis-api';
import { isErrorCode } from '@guichet/contract/error-catalogue';
import type { Locale } from '@guichet/contract/locale';
import { en } from '@guichet/contract/problem-text/en';
import { fr } from '@guichet/contract/problem-text/fr';
import { checkForCause } from '@guichet/doctor';
import type { VisitorError } from '../storage/visitor-error-records.ts';

const TEXTS = { en: { problems: en, causes: causesEn }, fr: { problems: fr, causes: causesFr } };

/** What a visitor was told, and what they were not, for an operator. */
export function visitorErrorView({ ref, at, code, cause, origin }: VisitorError, locale: Locale): VisitorErrorView {
  const { problems, causes } = TEXTS[locale];
  const checkId = checkForCause(cause);
  return {
    ref,
    at: new Date(at).toISOString(),
    code,
    detail: isErrorCode(code) ? problems[code] : code,
    ...(isCause(cause) && { cause, causeText: causes[cause] }),
    ...(checkId && { checkId }),
    ...(origin && { origin }),
  };
}

/** A row of a newer version may hold a word that this one does not know. */
function isCause(word: string | undefined): word is Cause | 'unknown' {
  return word === 'unknown' || (CAUSES as readonly (string | undefined)[]).includes(word);
}
