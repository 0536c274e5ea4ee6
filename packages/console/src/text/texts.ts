import type { en } from './en.ts';
import { type Catalogue, lazyTexts } from './lazy-texts.ts';

export type Texts = Catalogue<typeof en>;

/** The words that every page needs, in the language in use. */
export const currentTexts = lazyTexts<Texts>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
