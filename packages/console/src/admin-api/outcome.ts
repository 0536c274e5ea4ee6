/** What came of a request: the body, or what went wrong as a value one can show. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; failure: Failure };

export interface Failure {
  /** The server's stable code, or one of `OwnFailureCode`. */
  code: string;
  /** The server's sentence, in the language that was asked for. */
  detail?: string;
  /** What to quote when asking for help. */
  ref?: string;
  /** Seconds. */
  retryAfter?: number;
  /** The sentence of the cause behind a refusal. */
  causeText?: string;
}

/** What only a browser can notice. */
export type OwnFailureCode = 'unreachable' | 'too-slow' | 'unexpected-answer';
