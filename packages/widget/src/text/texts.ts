import { isErrorCode } from '@guichet/contract/error-catalogue';
import type { Locale } from '@guichet/contract/locale';
import { en as problemsEn } from '@guichet/contract/problem-text/en';
import { fr as problemsFr } from '@guichet/contract/problem-text/fr';
import type { ProblemTexts } from '@guichet/contract/problem-text/problem-texts';
import type { Failure } from '../conversation/conversation-state.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Same keys, same arguments, in every language: a missing text does not compile. */
export type Texts = {
  [Key in keyof typeof en]: (typeof en)[Key] extends (a: infer Args) => string ? (a: Args) => string : string;
};

const CATALOGUES: Record<Locale, { texts: Texts; problems: ProblemTexts }> = {
  en: { texts: en, problems: problemsEn },
  fr: { texts: fr, problems: problemsFr },
};

export function textsIn(locale: Locale): Texts {
  return CATALOGUES[locale].texts;
}

/** One sentence for what went wrong, in the visitor's language; what the server said only for codes not known here. */
export function failureText(failure: Failure, locale: Locale): string {
  const { texts, problems } = CATALOGUES[locale];
  if (failure.code === 'unreachable') return texts.unreachable;
  if (failure.code === 'unexpected-answer') return texts.unexpectedAnswer;
  return isErrorCode(failure.code) ? problems[failure.code] : (failure.detail ?? texts.unknownError);
}
