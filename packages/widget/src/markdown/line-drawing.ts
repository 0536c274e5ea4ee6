/** A place that holds inline text. What is drawn stays; only what changed at its end is drawn anew. */
import type { Definitions } from './definitions.ts';
import { inlineNode, type MarkdownAids } from './draw-inlines.ts';
import { InlineParser } from './inline-parser.ts';
import { inlinesFrom, type Piece } from './pieces.ts';
import { type TextLine, textAfter, wholeText } from './text-line.ts';
import { isWords } from './words.ts';

/** The piece that a node was made for. */
const OWNER = Symbol('owner');

interface Owned {
  [OWNER]?: Piece;
}

const TASK = /^\[([ xX])\](?=\s)/;

export class LineDrawing {
  readonly element: HTMLElement;
  /** The last line of what stands here. */
  last: TextLine | undefined;
  /** Begins with a box where it is written so. */
  mayBeTask = false;
  readonly #aids: MarkdownAids;
  #parser: InlineParser | undefined;
  #definitionCount = 0;
  #box = '';
  /** What is drawn of its last line, with the break before it and with what was only added. */
  #tail = '';
  /** At the end of the text: they are not drawn before something follows them. */
  #spaces = '';
  #endsInDot = false;
  /** Words that are drawn and not read yet. */
  #ahead = '';
  /** Where words can be added without looking at what stands before them. */
  #words: Text | undefined;

  constructor(element: HTMLElement, aids: MarkdownAids) {
    this.element = element;
    this.#aids = aids;
  }

  get unknown(): ReadonlySet<string> {
    return this.#parser?.unknown ?? new Set();
  }

  /** @param last the last line of the text; those before it are the ones that were drawn, or all is drawn again */
  show(last: TextLine | undefined, definitions: Definitions): void {
    const whole = this.last?.before;
    const text = this.#knowsMore(definitions) ? undefined : textAfter(whole, last);
    const box = whole ? this.#box : this.#boxOf(text ?? '');
    this.last = last;
    if (this.#parser && text?.startsWith(this.#tail) && box === this.#box) {
      const more = text.slice(this.#tail.length);
      if (more !== '') this.#draw(more);
    } else this.#begin(wholeText(last), definitions);
    this.#tail = last?.before ? `\n${last.text}` : (last?.text ?? '');
    this.#spaces = '';
  }

  /** What follows the text that stands here; no line ends in it. */
  grow(piece: string): void {
    const added = this.#spaces + piece;
    const drawn = added.trimEnd();
    this.#spaces = added.slice(drawn.length);
    if (drawn === '') return;
    this.#tail += drawn;
    // What goes on behind a dot without a space may be an address.
    if (this.#words && isWords(piece) && (added.startsWith(' ') || !this.#endsInDot)) {
      this.#words.appendData(drawn);
      this.#ahead += drawn;
      this.#endsInDot = /[.:]$/.test(drawn);
    } else this.#draw(drawn);
  }

  #knowsMore(definitions: Definitions): boolean {
    const { count } = definitions;
    if (count === this.#definitionCount) return false;
    this.#definitionCount = count;
    return [...this.unknown].some((label) => definitions.get(label));
  }

  #boxOf(text: string): string {
    return this.mayBeTask ? (TASK.exec(text)?.[0] ?? '') : '';
  }

  #begin(text: string, definitions: Definitions): void {
    const parser = new InlineParser(definitions);
    const box = this.#boxOf(text);
    this.#parser = parser;
    this.#definitionCount = definitions.count;
    this.#box = box;
    this.#ahead = '';
    if (box !== '') {
      const node = inlineNode({ type: 'task', isDone: box[1] !== ' ' }, this.#aids);
      this.element.prepend(node);
      parser.first.node = node;
    }
    this.#draw(text.slice(box.length));
  }

  #draw(more: string): void {
    const parser = this.#parser;
    if (!parser) return;
    if (this.#ahead !== '') parser.lastIsOutdated();
    parser.read(this.#ahead + more);
    this.#endsInDot = /[.:]$/.test(more);
    this.#ahead = '';
    let from: Piece | undefined = parser.unchanged;
    while (from && !from.node) from = from.before;
    this.#sync(this.element, from?.node ? from.node.nextSibling : this.element.firstChild, parser.unchanged.after);
    parser.drawn();
    const node = parser.endsInWords ? this.element.lastChild : undefined;
    this.#words = node instanceof Text ? node : undefined;
  }

  /** Makes the nodes from here on say what the pieces say. */
  #sync(place: HTMLElement, from: ChildNode | null, first: Piece | undefined): void {
    let next = from;
    for (let piece = first; piece; piece = piece.after) {
      if (!piece.node && piece.type === 'text' && piece.text === '') continue;
      const drawn = piece.node;
      if (!piece.node && !(next && this.#adopt(next, piece))) own(this.#newNode(piece), piece);
      const { node }: Piece = piece;
      if (!node) continue;
      if (node !== next) place.insertBefore(node, next);
      // Nodes that stood here go into the mark.
      if (isMark(piece) && !drawn) this.#sync(node as HTMLElement, node.firstChild, piece.children);
      if (node instanceof Text) setText(node, textIn(piece));
      next = node.nextSibling;
    }
    while (next) {
      const gone: ChildNode = next;
      next = gone.nextSibling;
      gone.remove();
    }
  }

  /** A node that stood for what is gone may stand for what came in its place. */
  #adopt(node: ChildNode, piece: Piece): boolean {
    const owner = (node as Owned)[OWNER];
    const isFree = owner && (owner.draft.isGone || owner.draft.reader !== this.#parser);
    if (!isFree || !isDrawnAlike(owner, piece)) return false;
    own(node, piece);
    return true;
  }

  #newNode(piece: Piece): ChildNode {
    if (isMark(piece)) return document.createElement(piece.type);
    const [inline] = inlinesFrom({ ...piece, after: undefined });
    return inline ? inlineNode(inline, this.#aids) : document.createTextNode('');
  }
}

function own(node: ChildNode, piece: Piece): void {
  piece.node = node;
  (node as Owned)[OWNER] = piece;
}

const isMark = ({ type }: Piece) => type === 'em' || type === 'strong' || type === 'del';

const textIn = ({ type, text }: Piece) => (type === 'soft' ? '\n' : text);

const isText = ({ type }: Piece) => type === 'text' || type === 'soft' || type === 'html';

function isDrawnAlike(one: Piece, other: Piece): boolean {
  if (isText(one)) return isText(other);
  if (one.type !== other.type) return false;
  if (isMark(one)) return true;
  const isSame = one.text === other.text && one.address === other.address && one.title === other.title;
  return isSame && JSON.stringify(inlinesFrom(one.children)) === JSON.stringify(inlinesFrom(other.children));
}

/** What grows is added to: a selection in it stays. */
function setText(node: Text, text: string): void {
  const { data } = node;
  if (data === text) return;
  if (text.startsWith(data)) node.appendData(text.slice(data.length));
  else node.data = text;
}
