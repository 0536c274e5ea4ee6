/** Addresses that a text gives a label: `[label]: /address "title"`. The first one of a label counts. */
export interface Definition {
  address: string;
  title: string;
}

export class Definitions {
  readonly #known: Map<string, Definition>;
  readonly #before: Definitions | undefined;

  constructor(before?: Definitions) {
    this.#before = before;
    this.#known = new Map();
  }

  /** Knows what this one knows, and keeps what it learns to itself. */
  fork(): Definitions {
    return new Definitions(this);
  }

  /** It grows with every label that is learnt. */
  get count(): number {
    return this.#known.size + (this.#before?.count ?? 0);
  }

  get(label: string): Definition | undefined {
    const name = normalised(label);
    return this.#before?.get(label) ?? this.#known.get(name);
  }

  add(label: string, definition: Definition): void {
    if (!this.get(label)) this.#known.set(normalised(label), definition);
  }
}

/** Case and white space make no difference; two alphabets' ways to be small are tried. */
function normalised(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
