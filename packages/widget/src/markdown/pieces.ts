/** What inline text is put together from: a chain, because marks found late change what was written before them. */
import type { Inline } from './inline.ts';

export interface Piece {
  type: Exclude<Inline['type'], 'task'>;
  text: string;
  /** How many marks stand within each other here. */
  depth?: number;
  address?: string;
  title?: string;
  /** The first of those inside. */
  children?: Piece | undefined;
  before?: Piece | undefined;
  after?: Piece | undefined;
}

export function insertAfter(piece: Piece, added: Piece): void {
  added.before = piece;
  added.after = piece.after;
  if (piece.after) piece.after.before = added;
  piece.after = added;
}

export function unlink(piece: Piece): void {
  if (piece.before) piece.before.after = piece.after;
  if (piece.after) piece.after.before = piece.before;
}

/** Takes out everything between two pieces. @returns the first one */
export function take(from: Piece, to: Piece | undefined): Piece | undefined {
  const first = from.after;
  if (first === to || !first) return undefined;
  const last = to?.before;
  from.after = to;
  if (to) to.before = from;
  first.before = undefined;
  if (last) last.after = undefined;
  return first;
}

/** As they are drawn: texts that follow each other are one, empty ones none. */
export function inlinesFrom(first: Piece | undefined): Inline[] {
  const inlines: Inline[] = [];
  for (let piece = first; piece; piece = piece.after) {
    const { type, text } = piece;
    const last = inlines.at(-1);
    if (type === 'soft' || type === 'hard') inlines.push({ type });
    else if (type === 'code' || type === 'html') inlines.push({ type, text });
    else if (type === 'text') {
      if (last?.type === 'text') last.text += text;
      else if (text !== '') inlines.push({ type, text });
    } else {
      const children = inlinesFrom(piece.children);
      if (type === 'link' || type === 'picture')
        inlines.push({ type, address: piece.address ?? '', title: piece.title ?? '', children });
      else inlines.push({ type, children });
    }
  }
  return inlines;
}
