import type { Locale } from '@guichet/contract/locale';
import { locale } from '../language/language.ts';
import type { en } from './en.ts';

/** Same keys, same arguments, in every language: a missing text does not compile. */
export type Catalogue<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends (a: infer Args) => string
    ? (a: Args) => string
    : Source[Key] extends string
      ? string
      : Catalogue<Source[Key]>;
};

export type Texts = Catalogue<typeof en>;

/** Fetched when needed: nobody waits for the words of a language that they do not read. */
const LOADERS: Record<Locale, () => Promise<Texts>> = {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
};

const loaded = new Map<Locale, Texts>();

/** Has to be done before anything is drawn in this language. Rejects when the file cannot be had. */
export async function loadTexts(which: Locale): Promise<void> {
  if (!loaded.has(which)) loaded.set(which, await LOADERS[which]());
}

/** The texts of the language in use; a part that calls it is drawn anew when the language changes. */
export function currentTexts(): Texts {
  const texts = loaded.get(locale.value);
  if (!texts) throw new Error(`The texts in ${locale.value} have not been loaded.`);
  return texts;
}
