/** One line and how far it was read. A tab reaches to the next of the columns that are four apart. */
export class Line {
  readonly text: string;
  offset = 0;
  column = 0;
  /** A tab of which only some columns were read. */
  #isInTab = false;
  /** Where the first character that is no space stands, from here. */
  #textAt = 0;
  #textColumn = 0;
  indent = 0;
  isBlank = false;
  isTaken = false;

  constructor(text: string) {
    this.text = text;
  }

  get isIndented(): boolean {
    return this.indent >= 4;
  }

  /** What follows the spaces. */
  get rest(): string {
    return this.text.slice(this.#textAt);
  }

  get isAtEnd(): boolean {
    return this.offset >= this.text.length;
  }

  findText(): void {
    let at = this.offset;
    let { column } = this;
    for (; ; at++) {
      const sign = this.text[at];
      if (sign === ' ') column++;
      else if (sign === '\t') column += 4 - (column % 4);
      else break;
    }
    this.isBlank = at >= this.text.length;
    this.#textAt = at;
    this.#textColumn = column;
    this.indent = column - this.column;
  }

  skipToText(): void {
    this.offset = this.#textAt;
    this.column = this.#textColumn;
    this.#isInTab = false;
  }

  skipCharacters(count: number): void {
    for (let left = count; left > 0 && this.offset < this.text.length; left--) {
      this.column = this.text[this.offset] === '\t' ? this.column + 4 - (this.column % 4) : this.column + 1;
      this.offset++;
    }
    this.#isInTab = false;
  }

  skipColumns(count: number): void {
    for (let left = count; left > 0 && this.offset < this.text.length; ) {
      if (this.text[this.offset] !== '\t') {
        this.offset++;
        this.column++;
        left--;
        continue;
      }
      const toTab = 4 - (this.column % 4);
      this.#isInTab = toTab > left;
      const step = Math.min(left, toTab);
      this.column += step;
      if (!this.#isInTab) this.offset++;
      left -= step;
    }
  }

  /** Nothing of it is left for the block that it began. */
  takeAll(): void {
    this.offset = this.text.length;
    this.isTaken = true;
  }

  get isAtSpace(): boolean {
    const sign = this.text[this.offset];
    return sign === ' ' || sign === '\t';
  }

  takeRest(): string {
    if (!this.#isInTab) return this.text.slice(this.offset);
    return ' '.repeat(4 - (this.column % 4)) + this.text.slice(this.offset + 1);
  }
}
