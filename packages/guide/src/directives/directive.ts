import type { Locale } from '@guichet/contract/locale';
import type { GuideFacts } from '../guide-page.ts';
import type { Pictures } from '../pictures.ts';
import type { GuideTexts } from '../text/guide-texts.ts';

export interface DirectiveContext {
  locale: Locale;
  texts: GuideTexts;
  facts: GuideFacts;
  pictures: Pictures;
  /** Address of another page, or undefined when there is none of that name in this language. */
  linkTo(slug: string): string | undefined;
}

/**
 * @param words what stands behind the directive's name
 * @returns HTML
 * @throws DirectiveProblem when the page cannot mean this
 */
export type Directive = (words: string, context: DirectiveContext) => string;

/** The message completes the sentence "FILE …". */
export class DirectiveProblem extends Error {
  override name = 'DirectiveProblem';
}
