/** The shape of a catalogue without its words: what the other language has to fill. */
export type Catalogue<Value> = {
  [Key in keyof Value]: Value[Key] extends (args: infer Args) => string
    ? (args: Args) => string
    : Value[Key] extends string
      ? string
      : Value[Key] extends readonly string[]
        ? readonly string[]
        : Catalogue<Value[Key]>;
};
