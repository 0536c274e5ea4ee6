import type { Locale } from '@guichet/contract/locale';
import { en, type Texts } from './en.ts';
import { fr } from './fr.ts';

export type { Texts } from './en.ts';

export type CheckId = keyof Texts['checks'];

/** Which text, and what stands in it. */
export type TextRef<Group extends keyof Texts> =
  | { key: Plain<Texts[Group]>; args?: undefined }
  | WithArgs<Texts[Group]>[keyof Texts[Group]];

type Plain<Entries> = { [Key in keyof Entries]: Entries[Key] extends string ? Key : never }[keyof Entries];
type WithArgs<Entries> = {
  [Key in keyof Entries]: Entries[Key] extends (args: infer Args) => string ? { key: Key; args: Args } : never;
};

export const TEXTS: Readonly<Record<Locale, Texts>> = { en, fr };

export function say<Group extends keyof Texts>(texts: Texts, group: Group, ref: TextRef<Group>): string {
  // The reference's type ties its arguments to its key; the compiler loses that tie in a union.
  const entry: unknown = texts[group][ref.key as keyof Texts[Group]];
  return typeof entry === 'function' ? String(entry(ref.args)) : String(entry);
}
