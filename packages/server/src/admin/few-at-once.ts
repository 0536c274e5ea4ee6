/** Work that takes a lot of memory, a few at a time: the rest waits, and beyond a line nobody is let into it. */

/** There are too many waiting already. */
export class LineFull extends Error {
  override name = 'LineFull';
}

export interface LineLimits {
  atOnce: number;
  waiting: number;
}

export class FewAtOnce {
  readonly #limits: LineLimits;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limits: LineLimits) {
    this.#limits = limits;
  }

  /** @throws LineFull */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running < this.#limits.atOnce) this.#running++;
    else await this.#turn();
    try {
      return await work();
    } finally {
      // The place goes to the next one as it is, so that nobody who comes meanwhile takes it.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }

  #turn(): Promise<void> {
    if (this.#waiting.length >= this.#limits.waiting) throw new LineFull();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
