import { type Catalogue, lazyTexts } from '../lazy-texts.ts';
import type { en } from './en.ts';

export type WizardTexts = Catalogue<typeof en>;

/** The words of the pages in `pages/wizard/`; they come with them. */
export const wizardTexts = lazyTexts<WizardTexts>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
