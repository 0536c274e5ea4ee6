/** What visitors were told went wrong, to be found again by the reference they quote. */

export interface VisitorError {
  /** As the visitor reads it. */
  ref: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Of the error catalogue. */
  code: string;
  /** What was behind it, where that is known; never told to the visitor. */
  cause?: string;
  /** The site whose page was refused, when it was refused for that. */
  origin?: string;
}

/** What is kept. Of each code by itself, so that a flood of one pushes no other out. */
export interface VisitorErrorsKept {
  perCode: number;
  /** Nothing older, in milliseconds since 1970. */
  since: number;
}

export interface VisitorErrorRecords {
  /** Adds these and drops what is beyond `kept`, in one transaction. A reference that is there already is replaced. */
  add(errors: readonly VisitorError[], kept: VisitorErrorsKept): Promise<void>;
  find(ref: string): Promise<VisitorError | undefined>;
}
