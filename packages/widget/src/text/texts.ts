import type { Locale } from '@guichet/contract/locale';
import type { Failure } from '../conversation/conversation-state.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Same keys, same arguments, in every language: a missing text does not compile. */
export type Texts = {
  [Key in keyof typeof en]: (typeof en)[Key] extends (a: infer Args) => string ? (a: Args) => string : string;
};

const CATALOGUES: Record<Locale, Texts> = { en, fr };

export function textsIn(locale: Locale): Texts {
  return CATALOGUES[locale];
}

/**
 * One sentence for what went wrong. The server says its own errors in the visitor's language, so the widget carries
 * sentences only for what no server said.
 */
export function failureText(failure: Failure, texts: Texts): string {
  if (failure.detail) return failure.detail;
  if (failure.code === 'unreachable') return texts.unreachable;
  if (failure.code === 'page-refused') return texts.pageRefused;
  return failure.code === 'unexpected-answer' ? texts.unexpectedAnswer : texts.noAnswer;
}
