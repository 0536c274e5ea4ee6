/** The rows of the safe, behind one interface. What is in a record is not this layer's business. */

export interface SecretRecord {
  name: string;
  /** Encrypted text. */
  record: string;
  /** Milliseconds since 1970. */
  updatedAt: number;
  /** Who put it there, for people; empty when it was Guichet itself. */
  updatedBy: string;
}

/** Applied in this order. */
export interface SecretChanges {
  /** Names. */
  remove: readonly string[];
  /** New contents of existing rows. */
  replace: readonly SecretRecord[];
  add: readonly SecretRecord[];
}

export interface SecretRecords {
  /** In the order of their names. */
  list(): Promise<SecretRecord[]>;
  read(name: string): Promise<SecretRecord | undefined>;
  /** Adds or replaces. */
  write(record: SecretRecord): Promise<void>;
  /** Leaves an existing row alone. @returns whether it was added */
  add(record: SecretRecord): Promise<boolean>;
  /** @returns whether there was one */
  delete(name: string): Promise<boolean>;
  /**
   * Reads all rows and applies what `decide` makes of them, in one transaction: all of it or nothing, also when the
   * process dies in the middle.
   * @returns the outcome that came with the changes
   * @throws SecretsChangedMeanwhile, having changed nothing
   */
  rewriteAll<Outcome>(
    decide: (records: readonly SecretRecord[]) => { changes: SecretChanges; outcome: Outcome },
  ): Promise<Outcome>;
}

/** Somebody else changed a row between reading and writing it. Trying again is safe. */
export class SecretsChangedMeanwhile extends Error {
  override name = 'SecretsChangedMeanwhile';
  constructor() {
    super('The stored secrets were changed by somebody else in the meantime; nothing was written. Try again.');
  }
}
