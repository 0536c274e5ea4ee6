const HIDDEN = '[secret]';

/**
 * A password, code, token or key on its way through Guichet. Logged, printed, compared or turned into JSON it shows
 * nothing; whoever needs the value asks for it by name, so that each such place can be found.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toJSON(): string {
    return HIDDEN;
  }

  toString(): string {
    return HIDDEN;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN;
  }
}
