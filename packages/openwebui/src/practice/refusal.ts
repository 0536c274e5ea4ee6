/** A refusal on its way to the caller: thrown anywhere below a route, turned into an answer in one place. */
export class Refusal extends Error {
  readonly status: number;
  /** A sentence, or the list FastAPI makes of a body it cannot read. */
  readonly detail: unknown;
  readonly headers: Record<string, string>;

  constructor(status: number, detail: unknown, headers: Record<string, string> = {}) {
    super(typeof detail === 'string' ? detail : `refused with ${status}`);
    this.name = 'Refusal';
    this.status = status;
    this.detail = detail;
    this.headers = headers;
  }
}
