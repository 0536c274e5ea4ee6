/** The marks within a block's lines. One pass over the text; what a mark means is decided when its end is found. */
import type { Definition, Definitions } from './definitions.ts';
import { type Delimiter, Delimiters, sidesOf } from './emphasis.ts';
import { characterFor, ENTITY } from './entities.ts';
import type { Inline } from './inline.ts';
import { destinationAt, LABEL, type Part, spacesAt, titleAt } from './link-parts.ts';
import { inlinesFrom, insertAfter, type Piece, take, unlink } from './pieces.ts';
import { unescaped } from './unescaped.ts';

const PLAIN = /[^\n`[\]\\!<&*_~]+/y;
const TICKS = /`+/y;
const ENTITY_HERE = new RegExp(ENTITY.source, 'y');
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const AUTOLINK = /<([A-Za-z][A-Za-z0-9.+-]{1,31}:[^<>\s]*)>/y;
const MAIL =
  /<([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*)>/y;
/** Elements, comments and instructions of HTML; they are shown as they are. */
const HTML =
  /<(?:[A-Za-z][A-Za-z0-9-]*(?:\s+[a-zA-Z_:][\w:.-]*(?:\s*=\s*(?:[^"'=<>`\s]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[A-Za-z][A-Za-z0-9-]*\s*|!---?|!--[\s\S]{0,1000}?--|\?[\s\S]{0,1000}?\?|![A-Za-z][^>]*|!\[CDATA\[[\s\S]{0,1000}?\]\])>/y;

interface Bracket {
  piece: Piece;
  isPicture: boolean;
  /** Where the text after it begins. */
  index: number;
  before: Bracket | undefined;
  delimiter: Delimiter | undefined;
  isActive: boolean;
  /** Another bracket came after it, so its own text is no label. */
  holdsBracket: boolean;
}

export interface ParsedInlines {
  inlines: Inline[];
  /** Labels that nothing defines so far: the text is read anew once something does. */
  unknown: string[];
}

export function parseInlines(text: string, definitions: Definitions): ParsedInlines {
  return new InlineParser(text, definitions).parse();
}

class InlineParser {
  readonly #text: string;
  readonly #definitions: Definitions;
  readonly #delimiters = new Delimiters();
  readonly #first: Piece = { type: 'text', text: '' };
  readonly #unknown: string[] = [];
  /** Lengths of runs of ticks that no later run closes. */
  readonly #openTicks = new Set<number>();
  #last = this.#first;
  #bracket: Bracket | undefined;
  #at = 0;

  constructor(text: string, definitions: Definitions) {
    this.#text = text;
    this.#definitions = definitions;
  }

  parse(): ParsedInlines {
    while (this.#at < this.#text.length) {
      const plain = this.#match(PLAIN);
      if (plain) this.#add({ type: 'text', text: plain });
      else this.#readSign(this.#text[this.#at] ?? '');
    }
    this.#delimiters.resolve(undefined);
    return { inlines: inlinesFrom(this.#first), unknown: this.#unknown };
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
    else this.#entity();
  }

  #exclamation(): void {
    if (this.#text[this.#at + 1] === '[') this.#open('![', true);
    else {
      this.#at++;
      this.#add({ type: 'text', text: '!' });
    }
  }

  #add(piece: Piece): Piece {
    insertAfter(this.#last, piece);
    this.#last = piece;
    return piece;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #breakLine(): void {
    this.#at++;
    const { text } = this.#last;
    const isText = this.#last.type === 'text';
    const isHard = isText && text.endsWith('  ');
    if (isText) this.#last.text = text.replace(/ +$/, '');
    this.#add({ type: isHard ? 'hard' : 'soft', text: '' });
    while (this.#text[this.#at] === ' ') this.#at++;
  }

  #escape(): void {
    const next = this.#text[this.#at + 1] ?? '';
    if (next === '\n') {
      this.#at += 2;
      this.#add({ type: 'hard', text: '' });
      while (this.#text[this.#at] === ' ') this.#at++;
    } else if (ESCAPABLE.test(next)) {
      this.#at += 2;
      this.#add({ type: 'text', text: next });
    } else {
      this.#at++;
      this.#add({ type: 'text', text: '\\' });
    }
  }

  #code(): void {
    const ticks = this.#match(TICKS) ?? '';
    const from = this.#at;
    if (!this.#openTicks.has(ticks.length)) {
      const others = /`+/g;
      others.lastIndex = from;
      for (let other = others.exec(this.#text); other; other = others.exec(this.#text)) {
        if (other[0].length !== ticks.length) continue;
        const inside = this.#text.slice(from, other.index).replaceAll('\n', ' ');
        const isPadded = /^ .* $/.test(inside) && inside.trim() !== '';
        this.#at = others.lastIndex;
        this.#add({ type: 'code', text: isPadded ? inside.slice(1, -1) : inside });
        return;
      }
      this.#openTicks.add(ticks.length);
    }
    this.#add({ type: 'text', text: ticks });
  }

  #run(sign: string): void {
    const from = this.#at;
    while (this.#text[this.#at] === sign) this.#at++;
    const count = this.#at - from;
    const before = lastCharacter(this.#text.slice(Math.max(0, from - 2), from));
    const after = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 32);
    const piece = this.#add({ type: 'text', text: sign.repeat(count) });
    this.#delimiters.add(sign, count, piece, sidesOf(sign, before, after));
  }

  #angle(): void {
    for (const [pattern, prefix] of [
      [AUTOLINK, ''],
      [MAIL, 'mailto:'],
    ] as const) {
      const found = this.#match(pattern)?.slice(1, -1);
      if (found === undefined) continue;
      this.#add({
        type: 'link',
        text: '',
        address: prefix + found,
        title: '',
        children: { type: 'text', text: found },
      });
      return;
    }
    const html = this.#match(HTML);
    if (html === undefined) this.#at++;
    this.#add(html === undefined ? { type: 'text', text: '<' } : { type: 'html', text: html });
  }

  #entity(): void {
    const found = this.#match(ENTITY_HERE);
    if (found === undefined) this.#at++;
    this.#add({ type: 'text', text: found === undefined ? '&' : characterFor(found) });
  }

  #open(sign: '[' | '![', isPicture: boolean): void {
    this.#at += sign.length;
    const piece = this.#add({ type: 'text', text: sign });
    if (this.#bracket) this.#bracket.holdsBracket = true;
    this.#bracket = {
      piece,
      isPicture,
      index: this.#at,
      before: this.#bracket,
      delimiter: this.#delimiters.last,
      isActive: true,
      holdsBracket: false,
    };
  }

  #close(): void {
    this.#at++;
    const opener = this.#bracket;
    const target = opener?.isActive ? this.#target(opener) : undefined;
    if (!opener || !target) {
      if (opener) this.#bracket = opener.before;
      this.#add({ type: 'text', text: ']' });
      return;
    }
    // Marks within it that have no partner are text.
    this.#delimiters.resolve(opener.delimiter);
    const children = take(opener.piece, undefined);
    this.#last = opener.piece;
    const { address, title } = target;
    const link = this.#add({ type: opener.isPicture ? 'picture' : 'link', text: '', address, title, children });
    unlink(opener.piece);
    this.#last = link;
    this.#bracket = opener.before;
    if (opener.isPicture) return;
    // No link stands within a link.
    for (let outer = this.#bracket; outer; outer = outer.before) if (!outer.isPicture) outer.isActive = false;
  }

  /** Where the bracket that was just closed leads; reads what says so. */
  #target(opener: Bracket): Definition | undefined {
    const from = this.#at;
    if (this.#text[from] === '(') {
      const inline = this.#inlineTarget();
      if (inline) return inline;
      this.#at = from;
    }
    LABEL.lastIndex = from;
    const label = LABEL.exec(this.#text)?.[0];
    const isFull = label !== undefined && label.length > 2;
    if (!isFull && opener.holdsBracket) return undefined;
    const name = isFull ? label.slice(1, -1) : this.#text.slice(opener.index, from - 1);
    if (name.length > 1_000 || name.trim() === '') return undefined;
    const found = this.#definitions.get(name);
    if (found) this.#at = from + (label?.length ?? 0);
    else this.#unknown.push(name);
    return found;
  }

  #inlineTarget(): Definition | undefined {
    let at = this.#at + 1;
    at += spacesAt(this.#text, at);
    const destination = destinationAt(this.#text, at);
    if (!destination) return undefined;
    at += destination.length;
    const spaces = spacesAt(this.#text, at);
    const title: Part | undefined = spaces > 0 ? titleAt(this.#text, at + spaces) : undefined;
    at += spaces + (title?.length ?? 0);
    at += spacesAt(this.#text, at);
    if (this.#text[at] !== ')') return undefined;
    this.#at = at + 1;
    return { address: destination.text, title: unescaped(title?.text ?? '') };
  }
}

/** Whole, also where it takes two units. */
function lastCharacter(text: string): string {
  return [...text].at(-1) ?? '';
}
