import { BlockParser } from './block-parser.ts';
import { Definitions } from './definitions.ts';
import { BlockDrawing } from './draw-blocks.ts';
import type { MarkdownAids } from './draw-inlines.ts';
import { BREAK } from './growth-stops.ts';

interface Growth {
  add: (text: string) => void;
  /** What does more than to add to it. */
  stops: RegExp;
}

/** Turn the letters after them round whatever these are; no language is written with them, but disguises are. */
const OVERRIDES = /[\u202d\u202e]/g;

/**
 * The beginning of a line that does not say yet what the line is: marks, a number, a fence and its language. What could
 * be shown for it would be taken away again, so nothing is.
 */
const SAYS_NOTHING = /^[\s>#`~*+_=|:-]*(?:\d{1,9}[.)]?\s*|`{3}[^`]{0,40})?$/;

/** Shows nothing, where the line that begins says nothing yet. */
const LINE_END = /^\n[^\r\n]*$/;

/**
 * Draws a text that grows. Whole lines are read once; the line that is being written is shown as what it would be if the
 * text ended here. Where its beginning says what it is, its next piece is added; otherwise the line is read again.
 */
export class MarkdownStream {
  readonly #parser = new BlockParser(new Definitions());
  readonly #drawing: BlockDrawing;
  /** Of a line whose end has not come. */
  #partial = '';
  /** Adds to the line that is being written. */
  #growing: Growth | undefined;

  constructor(place: HTMLElement, aids: MarkdownAids) {
    this.#drawing = new BlockDrawing(place, aids);
  }

  write(piece: string): void {
    const text = piece.replace(OVERRIDES, '');
    const growing = this.#growing;
    const end = growing ? text.search(growing.stops) : 0;
    if (end !== 0) growing?.add(end < 0 ? text : text.slice(0, end));
    if (end < 0) {
      this.#partial += text;
      return;
    }
    this.#growing = undefined;
    const { definitions } = this.#parser;
    const { count } = definitions;
    const hasLines = this.#read(text);
    const partial = this.#partial.replace(/\r$/, '');
    const saysNothing = SAYS_NOTHING.test(partial);
    // What is there shows all that there is to see.
    if (saysNothing && (!hasLines || (growing && count === definitions.count && LINE_END.test(text.slice(end)))))
      return;
    const { root, stops } = this.#parser.preview(saysNothing ? '' : partial);
    this.#drawing.show(root, definitions);
    // The other half of a line’s end may come with the next piece.
    if (!stops || partial !== this.#partial) return;
    const add = this.#drawing.growth(partial.slice(partial.trimEnd().length));
    this.#growing = add && { add, stops };
  }

  end(): void {
    const last = this.#partial.replace(/\r$/, '');
    if (last !== '') this.#parser.addLine(last);
    this.#partial = '';
    this.#growing = undefined;
    this.#parser.end();
    const { root, definitions } = this.#parser;
    this.#drawing.show(root, definitions);
  }

  /** @returns whether a line has ended */
  #read(piece: string): boolean {
    const text = this.#partial + piece;
    let from = 0;
    if (BREAK.test(piece) || text.endsWith('\r', this.#partial.length))
      for (const { 0: mark, index } of text.matchAll(/\r\n?|\n/g)) {
        // The other half of this line's end may come with the next piece.
        if (mark === '\r' && index === text.length - 1) break;
        this.#parser.addLine(text.slice(from, index));
        from = index + mark.length;
      }
    this.#partial = text.slice(from);
    return from > 0;
  }
}
