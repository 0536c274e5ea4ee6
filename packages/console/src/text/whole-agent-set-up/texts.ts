import { type Catalogue, lazyTexts } from '../lazy-texts.ts';
import type { en } from './en.ts';

export type WholeAgentSetUpTexts = Catalogue<typeof en>;

/** The words of the whole agent in a set-up; they come with what begins with a plan. */
export const wholeAgentSetUpTexts = lazyTexts<WholeAgentSetUpTexts>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
