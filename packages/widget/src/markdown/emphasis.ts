/** Runs of `*`, `_` and `~`, and which of them belong together. By the rules of CommonMark, and of GitHub for `~`. */
import type { Piece } from './pieces.ts';
import { insertAfter, take, unlink } from './pieces.ts';

export interface Delimiter {
  sign: string;
  /** How many are left. */
  count: number;
  original: number;
  piece: Piece;
  canOpen: boolean;
  canClose: boolean;
  before: Delimiter | undefined;
  after: Delimiter | undefined;
}

const PUNCTUATION = /[\p{P}\p{S}]/u;
const SPACE = /\s/u;

/** Whether a run can open or close, by what stands on both sides of it. */
export function sidesOf(sign: string, before: string, after: string): { canOpen: boolean; canClose: boolean } {
  const [spaceBefore, spaceAfter] = [before === '' || SPACE.test(before), after === '' || SPACE.test(after)];
  const [signBefore, signAfter] = [PUNCTUATION.test(before), PUNCTUATION.test(after)];
  const isLeft = !spaceAfter && (!signAfter || spaceBefore || signBefore);
  const isRight = !spaceBefore && (!signBefore || spaceAfter || signAfter);
  if (sign !== '_') return { canOpen: isLeft, canClose: isRight };
  return { canOpen: isLeft && (!isRight || signBefore), canClose: isRight && (!isLeft || signAfter) };
}

export class Delimiters {
  #last: Delimiter | undefined;

  get last(): Delimiter | undefined {
    return this.#last;
  }

  add(sign: string, count: number, piece: Piece, sides: { canOpen: boolean; canClose: boolean }): void {
    const delimiter: Delimiter = {
      sign,
      count,
      original: count,
      piece,
      ...sides,
      before: this.#last,
      after: undefined,
    };
    if (this.#last) this.#last.after = delimiter;
    this.#last = delimiter;
  }

  #remove(delimiter: Delimiter): void {
    if (delimiter.before) delimiter.before.after = delimiter.after;
    if (delimiter.after) delimiter.after.before = delimiter.before;
    else this.#last = delimiter.before;
  }

  /** Joins what belongs together after this place, and forgets the rest. */
  resolve(bottom: Delimiter | undefined): void {
    /** Below these no opener was found before: nobody looks there twice. */
    const openersFrom = new Map<string, Delimiter | undefined>();
    let closer = this.#firstAfter(bottom);
    while (closer) {
      if (!closer.canClose) {
        closer = closer.after;
        continue;
      }
      const kind = `${closer.sign}${closer.canOpen}${closer.original % 3}${closer.sign === '~' ? closer.original : ''}`;
      const floor = openersFrom.has(kind) ? openersFrom.get(kind) : bottom;
      const opener = this.#openerFor(closer, floor, bottom);
      if (opener) {
        closer = this.#join(opener, closer);
        continue;
      }
      openersFrom.set(kind, closer.before);
      const next: Delimiter | undefined = closer.after;
      if (!closer.canOpen) this.#remove(closer);
      closer = next;
    }
    while (this.#last && this.#last !== bottom) this.#remove(this.#last);
  }

  #firstAfter(bottom: Delimiter | undefined): Delimiter | undefined {
    let first = this.#last;
    if (first === bottom) return undefined;
    while (first?.before && first.before !== bottom) first = first.before;
    return first;
  }

  #openerFor(closer: Delimiter, floor: Delimiter | undefined, bottom: Delimiter | undefined): Delimiter | undefined {
    for (let opener = closer.before; opener && opener !== floor && opener !== bottom; opener = opener.before)
      if (opener.canOpen && fit(opener, closer)) return isTooDeep(opener, closer) ? undefined : opener;
    return undefined;
  }

  /** @returns where to go on */
  #join(opener: Delimiter, closer: Delimiter): Delimiter | undefined {
    const isTilde = closer.sign === '~';
    const used = isTilde ? closer.count : opener.count >= 2 && closer.count >= 2 ? 2 : 1;
    for (const delimiter of [opener, closer]) {
      delimiter.count -= used;
      delimiter.piece.text = delimiter.piece.text.slice(0, delimiter.count);
    }
    const type = isTilde ? 'del' : used === 2 ? 'strong' : 'em';
    const children = take(opener.piece, closer.piece);
    insertAfter(opener.piece, { type, text: '', children, depth: depthOf(children) + 1 });
    for (let between = closer.before; between && between !== opener; between = between.before) this.#remove(between);
    if (opener.count === 0) {
      unlink(opener.piece);
      this.#remove(opener);
    }
    if (closer.count > 0) return closer;
    unlink(closer.piece);
    this.#remove(closer);
    return closer.after;
  }
}

/** Marks within marks beyond this are text: nobody writes them, and drawing them would go as deep. */
const MAX_DEPTH = 24;

function isTooDeep(opener: Delimiter, closer: Delimiter): boolean {
  for (let piece = opener.piece.after; piece && piece !== closer.piece; piece = piece.after)
    if ((piece.depth ?? 0) >= MAX_DEPTH) return true;
  return false;
}

function depthOf(first: Piece | undefined): number {
  let depth = 0;
  for (let piece = first; piece; piece = piece.after) depth = Math.max(depth, piece.depth ?? 0);
  return depth;
}

function fit(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.sign !== closer.sign) return false;
  if (closer.sign === '~') return opener.original === closer.original && closer.original <= 2;
  const isOdd =
    (closer.canOpen || opener.canClose) && closer.original % 3 !== 0 && (opener.original + closer.original) % 3 === 0;
  return !isOdd;
}
