import { type Catalogue, lazyTexts } from '../lazy-texts.ts';
import type { en } from './en.ts';

export type DiagnosisTexts = Catalogue<typeof en>;

/** The words of the pages in `pages/diagnosis/`; they come with them. */
export const diagnosisTexts = lazyTexts<DiagnosisTexts>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
