/** How many connections each visitor reads answers on now. */
export class ReaderCount {
  readonly #open = new Map<string, number>();

  of(visitorId: string): number {
    return this.#open.get(visitorId) ?? 0;
  }

  add(visitorId: string): void {
    this.#open.set(visitorId, this.of(visitorId) + 1);
  }

  remove(visitorId: string): void {
    const left = this.of(visitorId) - 1;
    if (left > 0) this.#open.set(visitorId, left);
    else this.#open.delete(visitorId);
  }
}
