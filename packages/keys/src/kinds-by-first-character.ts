import type { KeyKind } from './key-kind.ts';
import { KINDS, type KindId } from './kinds.ts';

export type TableKind = KeyKind & { readonly id: KindId };

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const ANY = `${LETTERS}${LETTERS.toUpperCase()}${DIGITS}-_`;

const ALL = groupByFirstCharacter(KINDS);
const SEARCHED = groupByFirstCharacter(
  KINDS.filter(({ prefixes, startsWithAnyOf }) => prefixes.length > 0 || startsWithAnyOf !== undefined),
);

/** The kinds that a value with this first character can be, in the order of the table. */
export function kindsStartingWith(character: string): readonly TableKind[] {
  return ALL.get(character) ?? [];
}

/** Of these, the ones with a prefix or a structure of their own, which can be looked for in running text. */
export function searchedKindsStartingWith(character: string): readonly TableKind[] {
  return SEARCHED.get(character) ?? [];
}

function groupByFirstCharacter(kinds: readonly TableKind[]): ReadonlyMap<string, readonly TableKind[]> {
  const groups = new Map<string, TableKind[]>();
  for (const kind of kinds) {
    for (const first of firstCharacters(kind)) groups.set(first, [...(groups.get(first) ?? []), kind]);
  }
  return groups;
}

function firstCharacters({ prefixes, startsWithAnyOf }: KeyKind): Set<string> {
  if (prefixes.length > 0) return new Set(prefixes.map((prefix) => prefix[0] ?? ''));
  if (startsWithAnyOf === 'digit') return new Set(DIGITS);
  if (startsWithAnyOf === 'hex-digit') return new Set(`${DIGITS}abcdef`);
  return new Set(startsWithAnyOf === 'letter' ? LETTERS : ANY);
}
