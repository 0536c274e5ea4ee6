/** Cuts a text that arrives in pieces into lines. A last line without an end is no line: the rest of it was lost. */
export class LineReader {
  #rest = '';

  /** @returns the lines that this piece completes, without empty ones */
  take(piece: string): string[] {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.filter((line) => line.trim() !== '');
  }
}
