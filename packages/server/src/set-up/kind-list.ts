import type { NamedKind } from './whole-agent-texts.ts';

/** Kinds of built-in tools in a sentence; one that has no words of its own by its name. */
export function kindList(kinds: readonly string[], names: Record<NamedKind, string>, otherwise: string): string {
  const shown = kinds.map((kind) => (Object.hasOwn(names, kind) ? names[kind as NamedKind] : kind));
  return shown.length === 0 ? otherwise : shown.join(', ');
}
