import { BlockParser } from './block-parser.ts';
import { Definitions } from './definitions.ts';
import { BlockDrawing } from './draw-blocks.ts';
import type { MarkdownWords } from './draw-inlines.ts';

/** Turn the letters after them round whatever these are; no language is written with them, but disguises are. */
const OVERRIDES = /[\u202d\u202e]/g;

/**
 * Draws a text that grows. Whole lines are read once; the line that is being written is shown as what it would be if the
 * text ended here, and read again with its next piece.
 */
export class MarkdownStream {
  readonly #parser = new BlockParser(new Definitions());
  readonly #drawing: BlockDrawing;
  /** Of a line whose end has not come. */
  #partial = '';

  constructor(place: HTMLElement, words: MarkdownWords) {
    this.#drawing = new BlockDrawing(place, words);
  }

  write(piece: string): void {
    this.#read(piece);
    const { root, definitions } = this.#parser.preview(this.#partial.replace(/\r$/, ''));
    this.#drawing.show(root, definitions, this.#parser.definitions);
  }

  end(): void {
    const last = this.#partial.replace(/\r$/, '');
    if (last !== '') this.#parser.addLine(last);
    this.#partial = '';
    this.#parser.end();
    const { root, definitions } = this.#parser;
    this.#drawing.show(root, definitions, definitions);
  }

  #read(piece: string): void {
    const text = this.#partial + piece.replace(OVERRIDES, '');
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
