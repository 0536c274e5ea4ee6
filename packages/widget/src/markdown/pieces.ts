/** What inline text is put together from: a chain, because marks found late change what was written before them. */
import type { Inline } from './inline.ts';
import type { Journal } from './journal.ts';

export type PieceType = Exclude<Inline['type'], 'task'>;

/** A reading of some characters; it is gone where they turned out to say something else. */
export interface Draft {
  isGone: boolean;
  /** Who read it. */
  reader: object;
}

export interface Piece {
  type: PieceType;
  text: string;
  /** Pieces further on in a chain have higher ones; a mark has that of the sign that opens it. */
  order: number;
  /** The reading it was made in. */
  draft: Draft;
  /** How many marks stand within each other here. */
  depth: number;
  address: string;
  title: string;
  /** A link's address that stands in the text as it is. */
  isBare: boolean;
  /** Of a formula: on lines of its own. */
  isDisplay: boolean;
  /** The first of those inside. */
  children: Piece | undefined;
  before: Piece | undefined;
  after: Piece | undefined;
  /** What it is drawn by, once it is. */
  node: ChildNode | undefined;
}

export function newPiece(type: PieceType, text: string, order: number, draft: Draft): Piece {
  return {
    type,
    text,
    order,
    draft,
    depth: 0,
    address: '',
    title: '',
    isBare: false,
    isDisplay: false,
    children: undefined,
    before: undefined,
    after: undefined,
    node: undefined,
  };
}

export function insertAfter(piece: Piece, added: Piece, journal: Journal): void {
  journal.set(added, 'before', piece);
  journal.set(added, 'after', piece.after);
  if (piece.after) journal.set(piece.after, 'before', added);
  journal.set(piece, 'after', added);
}

export function unlink(piece: Piece, journal: Journal): void {
  if (piece.before) journal.set(piece.before, 'after', piece.after);
  if (piece.after) journal.set(piece.after, 'before', piece.before);
}

/** Takes out everything between two pieces. @returns the first one */
export function take(from: Piece, to: Piece | undefined, journal: Journal): Piece | undefined {
  const first = from.after;
  if (first === to || !first) return undefined;
  const last = to?.before;
  journal.set(from, 'after', to);
  if (to) journal.set(to, 'before', from);
  journal.set(first, 'before', undefined);
  if (last) journal.set(last, 'after', undefined);
  return first;
}

/** As they are drawn: texts that follow each other are one, empty ones none, and a link holds no other. */
export function inlinesFrom(first: Piece | undefined, isInLink = false): Inline[] {
  const inlines: Inline[] = [];
  const addText = (text: string) => {
    const last = inlines.at(-1);
    if (last?.type === 'text') last.text += text;
    else if (text !== '') inlines.push({ type: 'text', text });
  };
  for (let piece = first; piece; piece = piece.after) {
    const { type, text, isBare, isDisplay } = piece;
    if (type === 'soft' || type === 'hard') inlines.push({ type });
    else if (type === 'code' || type === 'html') inlines.push({ type, text });
    else if (type === 'math') inlines.push({ type, text, isDisplay });
    else if (type === 'text') addText(text);
    else if (isBare && isInLink) addText(piece.children?.text ?? '');
    else {
      const children = inlinesFrom(piece.children, isInLink || type === 'link');
      if (type === 'link' || type === 'picture')
        inlines.push({ type, address: piece.address, title: piece.title, isBare, children });
      else inlines.push({ type, children });
    }
  }
  return inlines;
}
