import { type Catalogue, lazyTexts } from '../lazy-texts.ts';
import type { reach } from './en.ts';

export type ReachTexts = Catalogue<typeof reach>;

/** The words of the section in `pages/keys/reach/`; they come with it. */
export const reachTexts = lazyTexts<ReachTexts>({
  en: async () => (await import('./en.ts')).reach,
  fr: async () => (await import('./fr.ts')).reach,
});
