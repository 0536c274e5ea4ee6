import type { Locale } from '@guichet/contract/locale';
import { locale } from '../language/language.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Same keys, same arguments, in every language: a missing text does not compile. */
type Catalogue<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends (a: infer Args) => string
    ? (a: Args) => string
    : Source[Key] extends string
      ? string
      : Catalogue<Source[Key]>;
};

export type Texts = Catalogue<typeof en>;

const CATALOGUES: Record<Locale, Texts> = { en, fr };

export function textsIn(which: Locale): Texts {
  return CATALOGUES[which];
}

/** The texts of the language in use; a part that calls it is drawn anew when the language changes. */
export function currentTexts(): Texts {
  return CATALOGUES[locale.value];
}
