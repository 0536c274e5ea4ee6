/** The words of the diagnosis page: they come with its script, so that nobody waits for them on another page. */
import type { Locale } from '@guichet/contract/locale';
import { locale } from '../../language/language.ts';
import type { Catalogue } from '../lazy-texts.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

export type DiagnosisTexts = Catalogue<typeof en>;

export const DIAGNOSIS_TEXTS: Record<Locale, DiagnosisTexts> = { en, fr };

/** In the language in use; a part that calls it is drawn anew when the language changes. */
export function diagnosisTexts(): DiagnosisTexts {
  return DIAGNOSIS_TEXTS[locale.value];
}
