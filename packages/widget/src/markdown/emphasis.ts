/**
 * Runs of `*`, `_` and `~`, and which of them belong together. By the rules of CommonMark, and of GitHub for `~`. A run
 * that may close looks only at what stands before it, so each is decided once, as soon as no bracket can come between.
 */
import type { Journal } from './journal.ts';
import type { Piece } from './pieces.ts';
import { insertAfter, newPiece, take, unlink } from './pieces.ts';

export interface Delimiter {
  sign: string;
  /** How many are left. */
  count: number;
  original: number;
  /** Those further on have higher ones. */
  number: number;
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

/** By sign, length and sides of a closer: up to which number no opener for it was found. */
type Floors = Record<string, number>;

export class Delimiters {
  last: Delimiter | undefined = undefined;
  /** The number of the last one that is decided. */
  decided = 0;
  readonly #floors: Floors = {};
  readonly #journal: Journal;
  /** Told of the piece after which something changes. */
  readonly #touch: (before: Piece) => void;

  constructor(journal: Journal, touch: (before: Piece) => void) {
    this.#journal = journal;
    this.#touch = touch;
  }

  add(sign: string, piece: Piece, sides: { canOpen: boolean; canClose: boolean }): void {
    const count = piece.text.length;
    const number = piece.order;
    const delimiter = { sign, count, original: count, number, piece, ...sides, before: this.last, after: undefined };
    if (this.last) this.#journal.set(this.last, 'after', delimiter);
    this.#journal.set(this as Delimiters, 'last', delimiter);
  }

  #remove(delimiter: Delimiter): void {
    if (delimiter.before) this.#journal.set(delimiter.before, 'after', delimiter.after);
    if (delimiter.after) this.#journal.set(delimiter.after, 'before', delimiter.before);
    else this.#journal.set(this as Delimiters, 'last', delimiter.before);
  }

  /** Joins what belongs together within a link, which begins after this place, and forgets the rest. */
  resolveWithin(bottom: Delimiter | undefined): void {
    this.#resolve(this.#firstAfter(bottom?.number ?? 0), bottom, {});
    while (this.last && this.last !== bottom) this.#remove(this.last);
  }

  /** Joins what came since the last time. What can still open something is kept. */
  resolveNew(): void {
    if (!this.last || this.last.number <= this.decided) return;
    const { number } = this.last;
    this.#resolve(this.#firstAfter(this.decided), undefined, this.#floors);
    this.#journal.set(this as Delimiters, 'decided', number);
  }

  #resolve(first: Delimiter | undefined, bottom: Delimiter | undefined, floors: Floors): void {
    let closer = first;
    while (closer) {
      const next: Delimiter | undefined = closer.after;
      if (closer.canClose) {
        const kind = `${closer.sign}${closer.canOpen}${closer.original % 3}${closer.sign === '~' ? closer.original : ''}`;
        const opener = this.#openerFor(closer, Math.max(floors[kind] ?? 0, bottom?.number ?? 0));
        if (opener) {
          closer = this.#join(opener, closer);
          continue;
        }
        this.#journal.set(floors, kind, closer.before?.number ?? 0);
      }
      if (!closer.canOpen) this.#remove(closer);
      closer = next;
    }
  }

  #firstAfter(number: number): Delimiter | undefined {
    let first: Delimiter | undefined;
    for (let one = this.last; one && one.number > number; one = one.before) first = one;
    return first;
  }

  #openerFor(closer: Delimiter, floor: number): Delimiter | undefined {
    for (let opener = closer.before; opener && opener.number > floor; opener = opener.before)
      if (opener.canOpen && fit(opener, closer)) return isTooDeep(opener, closer) ? undefined : opener;
    return undefined;
  }

  /** @returns where to go on */
  #join(opener: Delimiter, closer: Delimiter): Delimiter | undefined {
    const isTilde = closer.sign === '~';
    const used = isTilde ? closer.count : opener.count >= 2 && closer.count >= 2 ? 2 : 1;
    if (opener.piece.before) this.#touch(opener.piece.before);
    for (const delimiter of [opener, closer]) {
      this.#journal.set(delimiter, 'count', delimiter.count - used);
      this.#journal.set(delimiter.piece, 'text', delimiter.piece.text.slice(0, delimiter.count));
    }
    const type = isTilde ? 'del' : used === 2 ? 'strong' : 'em';
    const children = take(opener.piece, closer.piece, this.#journal);
    const mark = newPiece(type, '', opener.piece.order, closer.piece.draft);
    mark.children = children;
    mark.depth = depthOf(children) + 1;
    insertAfter(opener.piece, mark, this.#journal);
    for (let between = closer.before; between && between !== opener; between = between.before) this.#remove(between);
    if (opener.count === 0) {
      unlink(opener.piece, this.#journal);
      this.#remove(opener);
    }
    if (closer.count > 0) return closer;
    unlink(closer.piece, this.#journal);
    this.#remove(closer);
    return closer.after;
  }
}

/** Marks within marks beyond this are text: nobody writes them, and drawing them would go as deep. */
const MAX_DEPTH = 24;

function isTooDeep(opener: Delimiter, closer: Delimiter): boolean {
  for (let piece = opener.piece.after; piece && piece !== closer.piece; piece = piece.after)
    if (piece.depth >= MAX_DEPTH) return true;
  return false;
}

function depthOf(first: Piece | undefined): number {
  let depth = 0;
  for (let piece = first; piece; piece = piece.after) depth = Math.max(depth, piece.depth);
  return depth;
}

function fit(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.sign !== closer.sign) return false;
  if (closer.sign === '~') return opener.original === closer.original && closer.original <= 2;
  const isOdd =
    (closer.canOpen || opener.canClose) && closer.original % 3 !== 0 && (opener.original + closer.original) % 3 === 0;
  return !isOdd;
}
