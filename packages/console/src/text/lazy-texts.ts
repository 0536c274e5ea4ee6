/** Words in every language, of which only those are fetched that somebody reads. */
import type { Locale } from '@guichet/contract/locale';
import { locale } from '../language/language.ts';

/** Same keys, same arguments, in every language: a missing text does not compile. */
export type Catalogue<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends (a: infer Args) => string
    ? (a: Args) => string
    : Source[Key] extends string
      ? string
      : Catalogue<Source[Key]>;
};

/** Everything that what is on the page so far is worded in; a page brings its own words along. */
const LOADS: ((which: Locale) => Promise<void>)[] = [];

/** @returns what gives the texts of the language in use; a part that calls it is drawn anew when the language changes */
export function lazyTexts<Texts>(loaders: Record<Locale, () => Promise<Texts>>): () => Texts {
  const loaded = new Map<Locale, Texts>();
  LOADS.push(async (which) => {
    if (!loaded.has(which)) loaded.set(which, await loaders[which]());
  });
  return () => {
    const texts = loaded.get(locale.value);
    if (!texts) throw new Error(`The texts in ${locale.value} have not been loaded.`);
    return texts;
  };
}

/** Has to be done before anything is drawn in this language. Rejects when a file cannot be had. */
export async function loadTexts(which: Locale): Promise<void> {
  await Promise.all(LOADS.map((load) => load(which)));
}
