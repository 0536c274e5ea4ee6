/**
 * The marks within a block's lines, of a text that grows. What no later character can change is read once and kept; the
 * rest is read again with the next piece. How much that is has bounds: each mark has a length beyond which it is text.
 */
import { type BareAddress, bareAddressFrom, openAddressFrom } from './bare-address.ts';
import type { Definitions } from './definitions.ts';
import { type Delimiter, Delimiters, sidesOf } from './emphasis.ts';
import { characterFor, ENTITY } from './entities.ts';
import { formulaAt } from './formula.ts';
import type { Inline } from './inline.ts';
import { angledAt } from './inline-html.ts';
import { Journal } from './journal.ts';
import { inlineTarget, labelTarget } from './link-target.ts';
import { type Draft, inlinesFrom, insertAfter, newPiece, type Piece, type PieceType, take, unlink } from './pieces.ts';
import { TickRuns } from './tick-runs.ts';
import { isWords } from './words.ts';

const PLAIN = /[^\n`[\]\\!<&*_~$]+/y;
const ENTITY_HERE = new RegExp(ENTITY.source, 'y');
const ESCAPABLE = /[!-/:-@[-`{-~]/;

/** A longer text in brackets makes no link, and a longer one between ticks is no code. */
const MAX_LINK_TEXT_CHARS = 1_000;
const MAX_CODE_CHARS = 4_000;

/** One that is opened within this many is text. */
const MAX_OPEN_BRACKETS = 32;

/** How much of what is read for good is kept for whoever looks back, and how much may come on top before it is let go. */
const LOOK_BACK_CHARS = 400;
const MAX_READ_CHARS = 1_000;

/** A text this long is drawn by a node of its own: what grows stays small. */
const MAX_PIECE_CHARS = 400;

interface Bracket {
  piece: Piece;
  isPicture: boolean;
  /** Where the text after it begins, from the beginning of all. */
  index: number;
  before: Bracket | undefined;
  delimiter: Delimiter | undefined;
  isActive: boolean;
  /** Another bracket came after it, so its own text is no label. */
  holdsBracket: boolean;
  /** How many are open with it. */
  depth: number;
}

/** @returns also the labels that nothing defines so far */
export function parseInlines(text: string, definitions: Definitions): { inlines: Inline[]; unknown: string[] } {
  const parser = new InlineParser(definitions);
  parser.read(text);
  return { inlines: inlinesFrom(parser.first.after), unknown: [...parser.unknown] };
}

export class InlineParser {
  readonly definitions: Definitions;
  readonly unknown = new Set<string>();
  /** What was read, without its beginning: a long text does not cost more with each piece. */
  text = '';
  /** How long that beginning is. */
  #gone = 0;
  draft: Draft = { isGone: false, reader: this };
  readonly first = newPiece('text', '', 0, this.draft);
  /** The last piece that is what it was when this was last set. */
  unchanged = this.first;
  readonly #journal = new Journal();
  readonly #delimiters = new Delimiters(this.#journal, (before) => this.#touch(before));
  #ticks = new TickRuns();
  readonly #state = { at: 0, last: this.first, bracket: undefined as Bracket | undefined };
  /** As `unchanged`, since something was kept. */
  #unchangedByDraft = this.first;
  #order = 0;
  /** Whether the sign that is being read could be another one if there were more text. */
  #isOpen = false;
  /** The characters at the end that an address could be made of. */
  #openWord = '';
  /** How far the last address goes, with all characters that could be part of it. */
  #reach = 0;
  #addressesFrom = -1;
  #address: BareAddress | undefined;

  constructor(definitions: Definitions) {
    this.definitions = definitions;
  }

  /** @param more goes on with what was read before */
  read(more: string): void {
    this.#journal.takeBack();
    const isRead = this.#state.at - LOOK_BACK_CHARS;
    if (isRead > MAX_READ_CHARS) {
      this.text = this.text.slice(isRead);
      this.#gone += isRead;
      this.#reach -= isRead;
      this.#ticks = new TickRuns();
      this.#state.at = LOOK_BACK_CHARS;
    }
    this.draft.isGone = true;
    this.draft = { isGone: false, reader: this };
    if (this.#unchangedByDraft.order < this.unchanged.order) this.unchanged = this.#unchangedByDraft;
    this.text += more;
    const { text } = this;
    this.#addressesFrom = -1;
    const settledTo = openAddressFrom(text);
    this.#openWord = text.slice(settledTo);
    let isSettled = true;
    while (this.#state.at < text.length) {
      this.#isOpen = false;
      this.#readToken(settledTo);
      const isBlocked = this.#isBlocked();
      if (!isBlocked) this.#resolve();
      if (this.#isOpen || this.#state.at > settledTo) isSettled = false;
      if (isSettled && !isBlocked) this.#keep();
    }
    this.#resolve();
  }

  #resolve(): void {
    this.#delimiters.resolveNew();
    let { last } = this.#state;
    // A run that closed something is no longer in the chain.
    while (last.before && last.before.after !== last) last = last.before;
    this.#journal.set(this.#state, 'last', last);
  }

  /** Whether words after it are more of its last text, whatever came before; behind a dot, if a space comes first. */
  get endsInWords(): boolean {
    const { last } = this.#state;
    const isMark = last === this.#delimiters.last?.piece || last === this.#state.bracket?.piece;
    if (last.type !== 'text' || isMark || this.#reach >= this.text.length) return false;
    return isWords(this.text.slice(-1)) && !/[@:.]./.test(this.#openWord);
  }

  /** Words were added to what is drawn, and not read yet. */
  lastIsOutdated(): void {
    const { before } = this.#state.last;
    if (before) this.#touch(before);
  }

  /** What there is now is drawn. */
  drawn(): void {
    this.unchanged = this.#state.last;
  }

  #keep(): void {
    this.#journal.keep();
    this.draft = { isGone: false, reader: this };
    this.#unchangedByDraft = this.#state.last;
  }

  #touch(before: Piece): void {
    if (before.order < this.unchanged.order) this.unchanged = before;
    if (before.order < this.#unchangedByDraft.order) this.#unchangedByDraft = before;
  }

  /** Whether a bracket is open that can still make a link: marks after it are decided with it. */
  #isBlocked(): boolean {
    for (let { bracket } = this.#state; bracket; bracket = bracket.before) {
      if (this.#since(bracket) > MAX_LINK_TEXT_CHARS) return false;
      if (bracket.isActive) return true;
    }
    return false;
  }

  /** How much stands after it. */
  #since({ index }: Bracket): number {
    return this.#gone + this.#state.at - index;
  }

  #readToken(settledTo: number): void {
    const { at } = this.#state;
    if (this.#addressesFrom < 0 || (this.#address && this.#address.from < at)) {
      this.#address = bareAddressFrom(this.text, at);
      this.#addressesFrom = at;
    }
    const address = this.#address;
    if (address?.from === at) {
      this.#readAddress(address);
      return;
    }
    PLAIN.lastIndex = at;
    const plain = PLAIN.exec(this.text)?.[0];
    if (plain === undefined) {
      this.#readSign(this.text[at] ?? '');
      return;
    }
    let end = Math.min(at + plain.length, address?.from ?? this.text.length);
    // What is settled of it is kept without the rest.
    if (at < settledTo && settledTo < end) end = settledTo;
    this.#addText(this.text.slice(at, end));
    this.#goTo(end);
  }

  #readAddress({ text, address, reach }: BareAddress): void {
    this.#isOpen = reach === this.text.length;
    this.#reach = reach;
    if (text === '') {
      this.#addText(this.text.slice(this.#state.at, reach));
      this.#goTo(reach);
      return;
    }
    const link = this.#newPiece('link', '');
    link.address = address;
    link.isBare = true;
    link.children = this.#newPiece('text', text);
    this.#add(link);
    this.#goTo(this.#state.at + text.length);
  }

  #readSign(sign: string): void {
    if (sign === '\n') this.#breakLine();
    else if (sign === '\\') this.#escape();
    else if (sign === '`') this.#code();
    else if (sign === '*' || sign === '_' || sign === '~') this.#run(sign);
    else if (sign === '[') this.#open('[', false);
    else if (sign === '!') this.#exclamation();
    else if (sign === ']') this.#close();
    else if (sign === '<') this.#angle();
    else if (sign === '$') this.#dollar();
    else this.#entity();
  }

  #goTo(at: number): void {
    this.#journal.set(this.#state, 'at', at);
  }

  #newPiece(type: PieceType, text: string): Piece {
    return newPiece(type, text, ++this.#order, this.draft);
  }

  #add(piece: Piece): Piece {
    this.#touch(this.#state.last);
    insertAfter(this.#state.last, piece, this.#journal);
    this.#journal.set(this.#state, 'last', piece);
    return piece;
  }

  /** What is text for good goes on with the text before it. */
  #addText(text: string): void {
    const { last } = this.#state;
    const isMark = last === this.#delimiters.last?.piece || last === this.#state.bracket?.piece;
    if (last.type !== 'text' || last === this.first || isMark || last.text.length > MAX_PIECE_CHARS) {
      this.#add(this.#newPiece('text', text));
      return;
    }
    if (last.before) this.#touch(last.before);
    this.#journal.set(last, 'text', last.text + text);
  }

  #exclamation(): void {
    const { at } = this.#state;
    this.#isOpen = at + 1 >= this.text.length;
    if (this.text[at + 1] === '[') this.#open('![', true);
    else this.#takeAsText(1);
  }

  #takeAsText(length: number): void {
    const { at } = this.#state;
    this.#addText(this.text.slice(at, at + length));
    this.#goTo(at + length);
  }

  #breakLine(): void {
    const { at, last } = this.#state;
    let spaces = at;
    while (this.text[spaces - 1] === ' ') spaces--;
    if (spaces < at && last.type === 'text' && last.before) {
      this.#touch(last.before);
      this.#journal.set(last, 'text', last.text.replace(/ +$/, ''));
    }
    this.#lineEnds(at + 1, at - spaces >= 2);
  }

  #lineEnds(next: number, isHard: boolean): void {
    this.#add(this.#newPiece(isHard ? 'hard' : 'soft', ''));
    let at = next;
    while (this.text[at] === ' ') at++;
    this.#isOpen = at >= this.text.length;
    this.#goTo(at);
  }

  #escape(): void {
    const { at } = this.#state;
    const next = this.text[at + 1] ?? '';
    if ((next === '(' || next === '[') && this.#formula()) return;
    if (next === '\n') this.#lineEnds(at + 2, true);
    else if (ESCAPABLE.test(next)) {
      this.#addText(next);
      this.#goTo(at + 2);
    } else this.#takeAsText(1);
    if (at + 1 >= this.text.length) this.#isOpen = true;
  }

  #dollar(): void {
    if (this.#formula()) return;
    let length = 1;
    while (this.text[this.#state.at + length] === '$') length++;
    this.#takeAsText(length);
    if (this.#state.at >= this.text.length) this.#isOpen = true;
  }

  #formula(): boolean {
    const formula = formulaAt(this.text, this.#state.at);
    if ('isOpen' in formula) this.#isOpen = formula.isOpen;
    if (!('text' in formula)) return false;
    this.#add(this.#newPiece('math', formula.text)).isDisplay = formula.isDisplay;
    this.#goTo(this.#state.at + formula.text.length);
    return true;
  }

  #code(): void {
    const { at } = this.#state;
    let from = at;
    while (this.text[from] === '`') from++;
    const length = from - at;
    const end = this.#ticks.find(this.text, length, from);
    if (end === undefined || end - from > MAX_CODE_CHARS) {
      this.#takeAsText(length);
      this.#isOpen = end === undefined && this.text.length - from <= MAX_CODE_CHARS;
      return;
    }
    const inside = this.text.slice(from, end).replaceAll('\n', ' ');
    const isPadded = inside.startsWith(' ') && inside.endsWith(' ') && inside.trim() !== '';
    this.#add(this.#newPiece('code', isPadded ? inside.slice(1, -1) : inside));
    this.#goTo(end + length);
    this.#isOpen = end + length >= this.text.length;
  }

  #run(sign: string): void {
    const from = this.#state.at;
    let end = from;
    while (this.text[end] === sign) end++;
    const before = lastCharacter(this.text.slice(Math.max(0, from - 2), from));
    const after = end < this.text.length ? String.fromCodePoint(this.text.codePointAt(end) ?? 32) : '';
    const sides = sidesOf(sign, before, after);
    if (sides.canOpen || sides.canClose)
      this.#delimiters.add(sign, this.#add(this.#newPiece('text', this.text.slice(from, end))), sides);
    else this.#addText(this.text.slice(from, end));
    this.#goTo(end);
    // The second half of the character after it may be missing.
    this.#isOpen = end >= this.text.length || (end + 1 === this.text.length && /[\ud800-\udbff]/.test(after));
  }

  #angle(): void {
    const { type, text, address, length, isOpen } = angledAt(this.text, this.#state.at);
    if (type === 'none') this.#addText(text);
    else {
      const piece = this.#add(this.#newPiece(type, type === 'html' ? text : ''));
      if (type === 'link') {
        piece.address = address;
        piece.children = this.#newPiece('text', text);
      }
    }
    this.#goTo(this.#state.at + length);
    this.#isOpen = isOpen;
  }

  #entity(): void {
    const { at } = this.#state;
    ENTITY_HERE.lastIndex = at;
    const found = ENTITY_HERE.exec(this.text)?.[0];
    this.#addText(found === undefined ? '&' : characterFor(found));
    this.#goTo(at + (found?.length ?? 1));
    this.#isOpen = found === undefined && this.text.length - at < 34 && /^&[#\w]*$/.test(this.text.slice(at));
  }

  #open(sign: '[' | '![', isPicture: boolean): void {
    const index = this.#gone + this.#state.at + sign.length;
    const before = this.#state.bracket;
    const depth = (before?.depth ?? 0) + 1;
    if (depth > MAX_OPEN_BRACKETS && this.#isBlocked()) {
      this.#takeAsText(sign.length);
      return;
    }
    if (before) this.#journal.set(before, 'holdsBracket', true);
    this.#goTo(this.#state.at + sign.length);
    const piece = this.#add(this.#newPiece('text', sign));
    const delimiter = this.#delimiters.last;
    this.#journal.set(this.#state, 'bracket', {
      piece,
      isPicture,
      index,
      before,
      delimiter,
      isActive: true,
      holdsBracket: false,
      depth,
    });
  }

  #close(): void {
    const { at, bracket: opener } = this.#state;
    const isActive = opener?.isActive && this.#since(opener) <= MAX_LINK_TEXT_CHARS;
    const target = isActive ? this.#target(opener, at + 1) : undefined;
    if (!opener || !target?.found) {
      if (opener) this.#journal.set(this.#state, 'bracket', opener.before);
      this.#takeAsText(1);
      return;
    }
    // Marks within it that have no partner are text.
    this.#delimiters.resolveWithin(opener.delimiter);
    if (opener.piece.before) this.#touch(opener.piece.before);
    const children = take(opener.piece, undefined, this.#journal);
    this.#journal.set(this.#state, 'last', opener.piece);
    const link = this.#newPiece(opener.isPicture ? 'picture' : 'link', '');
    Object.assign(link, target.found, { children });
    this.#add(link);
    unlink(opener.piece, this.#journal);
    this.#journal.set(this.#state, 'bracket', opener.before);
    this.#goTo(target.end);
    if (!opener.isPicture) this.#deactivate(opener.before);
  }

  /** No link stands within a link. */
  #deactivate(from: Bracket | undefined): void {
    for (let outer = from; outer; outer = outer.before) {
      if (this.#since(outer) > MAX_LINK_TEXT_CHARS * 8) return;
      if (outer.isPicture) continue;
      // Those before it were no longer active when it came.
      if (!outer.isActive) return;
      this.#journal.set(outer, 'isActive', false);
    }
  }

  #target(opener: Bracket, from: number) {
    const inline = this.text[from] === '(' ? inlineTarget(this.text, from) : undefined;
    if (inline) this.#isOpen = inline.isOpen;
    if (inline?.found) return inline;
    const own = opener.holdsBracket ? undefined : this.text.slice(opener.index - this.#gone, from - 1);
    const target = labelTarget(this.text, from, own, this.definitions);
    if (target.unknown !== undefined) this.unknown.add(target.unknown);
    this.#isOpen ||= target.isOpen;
    return target;
  }
}

/** Whole, also where it takes two units. */
function lastCharacter(text: string): string {
  return [...text].at(-1) ?? '';
}
