/** A confirmed authenticator. */
export interface SecondFactor {
  secret: Buffer;
  /** The counter of the last code that was taken: a code works once. */
  lastCounter: number;
  recoveryCodes: string[];
}
