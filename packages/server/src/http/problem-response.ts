/** From an error code to what goes over the wire. The one place where an error becomes a response. */
import { ERRORS, type ErrorCode } from '@guichet/contract/error-catalogue';
import type { Locale } from '@guichet/contract/locale';
import type { Problem } from '@guichet/contract/problem';
import { en } from '@guichet/contract/problem-text/en';
import { fr } from '@guichet/contract/problem-text/fr';
import { newReference } from '../new-id.ts';

const TEXTS = { en, fr };

/** Thrown by handlers; caught once at the edge. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly code: ErrorCode;
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, options: { retryAfter?: number; cause?: unknown } = {}) {
    super(code, { cause: options.cause });
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}

export function toProblem(
  code: ErrorCode,
  locale: Locale,
  options: { ref?: string; retryAfter?: number } = {},
): Problem {
  const detail = TEXTS[locale][code];
  return {
    type: `/guide/errors#${code}`,
    title: detail,
    status: ERRORS[code].status,
    code,
    detail,
    ref: options.ref ?? newReference(),
    ...(options.retryAfter === undefined ? {} : { retryAfter: options.retryAfter }),
  };
}

export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...headers,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(problem.retryAfter === undefined ? {} : { 'Retry-After': String(problem.retryAfter) }),
    },
  });
}
