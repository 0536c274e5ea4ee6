import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import type { GreetTexts } from './texts.ts';

/** Put in by the build, from the file of each language. */
declare const __GUICHET_GREET_TEXTS__: Readonly<Record<VisitorLocale, GreetTexts>>;

/** What stands beside the bubble before anything else of the chat is loaded: all languages together. */
export const GREET_TEXTS = __GUICHET_GREET_TEXTS__;
