import type { Problem } from '@guichet/contract/problem';
import type { Failure } from '../conversation/conversation-state.ts';

/** The server answered, and said no. Everything else that a request throws is the network. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly failure: Failure;

  constructor(status: number, failure: Failure) {
    super(failure.code);
    this.status = status;
    this.failure = failure;
  }

  /** The visitor's token no longer opens anything: a new one is needed. */
  get needsNewVisitor(): boolean {
    return this.status === 401;
  }
}

/** Whether waiting and asking the same again can help. */
const isRetryable = (status: number) => status >= 500 || [408, 409, 425, 429].includes(status);

/** Reads a problem document; a proxy's own error page becomes `unexpected-answer`. */
export async function refusalFrom(response: Response): Promise<Refusal> {
  const problem: Partial<Problem> | undefined = await response.json().catch(() => undefined);
  const retryAfter = problem?.retryAfter ?? secondsFrom(response.headers.get('Retry-After'));
  const code = typeof problem?.code === 'string' ? problem.code : 'unexpected-answer';
  const retryable = code === 'unexpected-answer' || isRetryable(response.status);
  return new Refusal(response.status, { code, detail: problem?.detail, ref: problem?.ref, retryable, retryAfter });
}

function secondsFrom(header: string | null): number | undefined {
  return header && /^\d{1,6}$/.test(header) ? Number(header) : undefined;
}

/** What a visitor is told when something was thrown on the way. */
export function failureFrom(thrown: unknown): Failure {
  return thrown instanceof Refusal ? thrown.failure : { code: 'unreachable', retryable: true };
}
