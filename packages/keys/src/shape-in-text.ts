import type { KeyKind } from './key-kind.ts';

const CACHE = new Map<RegExp, RegExp>();

/** The kind's shape without its end: tells from one place in a text whether a secret of this kind begins there. */
export function shapeInText(kind: KeyKind): RegExp {
  const known = CACHE.get(kind.shape);
  if (known) return known;
  const made = new RegExp(kind.shape.source.slice(1, -1), 'y');
  CACHE.set(kind.shape, made);
  return made;
}

/** Where a secret of this kind that begins at `start` ends, or `undefined`. */
export function endOfShape(kind: KeyKind, text: string, start: number): number | undefined {
  const shape = shapeInText(kind);
  shape.lastIndex = start;
  return shape.test(text) ? shape.lastIndex : undefined;
}
