import { BlockParser } from './block-parser.ts';
import { Definitions } from './definitions.ts';
import { BlockDrawing } from './draw-blocks.ts';
import type { MarkdownAids } from './draw-inlines.ts';

/** Turn the letters after them round whatever these are; no language is written with them, but disguises are. */
const OVERRIDES = /[\u202d\u202e]/g;

/** What is more than the next characters of a line. */
const BREAKS = /[\r\n\0]/;

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
  #growing: ((text: string) => void) | undefined;

  constructor(place: HTMLElement, aids: MarkdownAids) {
    this.#drawing = new BlockDrawing(place, aids);
  }

  write(piece: string): void {
    const text = piece.replace(OVERRIDES, '');
    if (this.#growing && !BREAKS.test(text)) {
      this.#partial += text;
      this.#growing(text);
      return;
    }
    this.#read(text);
    const partial = this.#partial.replace(/\r$/, '');
    const { root, isGrowing } = this.#parser.preview(partial);
    this.#drawing.show(root, this.#parser.definitions);
    this.#growing = isGrowing ? this.#drawing.growth(partial.slice(partial.trimEnd().length)) : undefined;
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

  #read(piece: string): void {
    const text = this.#partial + piece;
    let from = 0;
    for (const { 0: mark, index } of text.matchAll(/\r\n?|\n/g)) {
      // The other half of this line's end may come with the next piece.
      if (mark === '\r' && index === text.length - 1) break;
      this.#parser.addLine(text.slice(from, index));
      from = index + mark.length;
    }
    this.#partial = text.slice(from);
  }
}
