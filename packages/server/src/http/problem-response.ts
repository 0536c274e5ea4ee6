/** From an error code to what goes over the wire. The one place where an error becomes a response. */
import type { Cause } from '@guichet/contract/cause';
import { en as causesEn } from '@guichet/contract/cause-text/en';
import { fr as causesFr } from '@guichet/contract/cause-text/fr';
import { ERRORS, type ErrorCode } from '@guichet/contract/error-catalogue';
import { pickLocale } from '@guichet/contract/locale';
import type { Problem } from '@guichet/contract/problem';
import { en } from '@guichet/contract/problem-text/en';
import { fr } from '@guichet/contract/problem-text/fr';
import { VISITOR_TEXTS, type VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';
import { newReference } from '../new-id.ts';

/** Sentences for operators exist in their languages alone. */
const OPERATORS_TEXTS = { en, fr };
const CAUSE_TEXTS = { en: causesEn, fr: causesFr };

/** Of a file that is not taken: what would be. */
export type TakenFiles = Pick<Problem, 'accepts' | 'maxBytes'>;

/** Thrown by handlers; caught once at the edge. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly code: ErrorCode;
  readonly retryAfter: number | undefined;
  /** Why Open WebUI or a key's shape stands against it: for operators' routes only. */
  readonly upstreamCause: Cause | 'unknown' | undefined;
  readonly takes: TakenFiles | undefined;

  constructor(
    code: ErrorCode,
    options: { retryAfter?: number; cause?: unknown; upstreamCause?: Cause | 'unknown'; takes?: TakenFiles } = {},
  ) {
    super(code, { cause: options.cause });
    this.code = code;
    this.retryAfter = options.retryAfter;
    this.upstreamCause = options.upstreamCause;
    this.takes = options.takes;
  }
}

export function toProblem(
  code: ErrorCode,
  locale: VisitorLocale,
  options: { ref?: string; retryAfter?: number; upstreamCause?: Cause | 'unknown'; takes?: TakenFiles } = {},
): Problem {
  const operatorsLocale = pickLocale([locale]);
  const visitors: Partial<Record<ErrorCode, string>> = VISITOR_TEXTS[locale].problems;
  const detail = visitors[code] ?? OPERATORS_TEXTS[operatorsLocale][code];
  return {
    type: `/guide/errors#${code}`,
    title: detail,
    status: ERRORS[code].status,
    code,
    detail,
    ref: options.ref ?? newReference(),
    ...(options.retryAfter !== undefined && { retryAfter: options.retryAfter }),
    ...options.takes,
    ...(options.upstreamCause !== undefined && {
      cause: options.upstreamCause,
      causeText: CAUSE_TEXTS[operatorsLocale][options.upstreamCause],
    }),
  };
}

export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...headers,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
      // Whoever goes on has to come again for each request.
      ...(problem.code === 'too-many-requests' && { Connection: 'close' }),
      ...(problem.retryAfter !== undefined && { 'Retry-After': String(problem.retryAfter) }),
    },
  });
}
