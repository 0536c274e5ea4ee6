/** An error as everybody outside sees it: RFC 9457 with our stable code and a reference one can quote. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** Stable word of `error-catalogue.ts`. */
  code: string;
  /** One plain sentence in the reader's language. */
  detail: string;
  /** Short reference; the log and the doctor find the same event under it. */
  ref: string;
  /** Seconds until trying again makes sense. */
  retryAfter?: number;
  /** On operators' routes: the stable cause behind a refusal, and its sentence. */
  cause?: string;
  causeText?: string;
}
