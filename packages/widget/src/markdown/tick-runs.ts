/** Where runs of ticks stand in a text that grows, by their length. Each is looked at once. */
export class TickRuns {
  readonly #starts = new Map<number, number[]>();
  #looked = 0;

  /** @returns where the first run of this length begins from here on; undefined where there is none */
  find(text: string, length: number, from: number): number | undefined {
    this.#look(text);
    const starts = this.#starts.get(length) ?? [];
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    if (low < starts.length) return starts[low];
    // The last one may still grow, so it is not noted.
    const open = text.slice(this.#looked);
    return open.length === length && this.#looked >= from ? this.#looked : undefined;
  }

  #look(text: string): void {
    for (;;) {
      const at = text.indexOf('`', this.#looked);
      let end = at;
      while (text[end] === '`') end++;
      if (at < 0 || end === text.length) {
        this.#looked = at < 0 ? text.length : at;
        return;
      }
      const starts = this.#starts.get(end - at);
      if (starts) starts.push(at);
      else this.#starts.set(end - at, [at]);
      this.#looked = end;
    }
  }
}
