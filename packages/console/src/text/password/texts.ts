import { type Catalogue, lazyTexts } from '../lazy-texts.ts';
import type { en } from './en.ts';

export type PasswordTexts = Catalogue<typeof en>;

/** The words around a password; they come with the pages that let one choose it. */
export const passwordTexts = lazyTexts<PasswordTexts>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
