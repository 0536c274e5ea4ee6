import { type Catalogue, lazyTexts } from '../lazy-texts.ts';
import type { en } from './en.ts';

export type AssistantTexts = Catalogue<typeof en>;

/** The words of the page in `pages/assistant/`; they come with it. */
export const assistantTexts = lazyTexts<AssistantTexts>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
