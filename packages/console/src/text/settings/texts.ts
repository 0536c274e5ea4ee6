import { type Catalogue, lazyTexts } from '../lazy-texts.ts';
import type { en } from './en.ts';

export type SettingsTexts = Catalogue<typeof en>;

/** The words of the pages in `pages/settings/`; they come with them. */
export const settingsTexts = lazyTexts<SettingsTexts>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
