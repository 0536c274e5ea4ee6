/**
 * What an error means that the provider behind Open WebUI gave. Up to 0.8.12 and from 0.12 on it comes with its own
 * status; in between (0.9.3 to 0.11.4) only its sentence is left, so the sentence has to do.
 */
import type { UpstreamFailure } from './upstream-failure.ts';

export interface ProviderError {
  /** The provider's HTTP status, where it survived. */
  status?: number | undefined;
  message: string;
  /** The provider's `error.type` and `error.code`, joined. */
  kind?: string | undefined;
}

export type ErrorMeaning = Pick<UpstreamFailure, 'code' | 'cause' | 'confidence'>;

const SAYS_BUSY = /rate.?limit|too many requests|overloaded|at capacity|server busy/i;
const SAYS_NO_CREDIT = /insufficient.?(quota|funds|credit)|exceeded your current quota|billing|payment required/i;
const SAYS_KEY =
  /api.?key|unauthori[sz]ed|authenticat|credentials|permission|(invalid|expired).{0,20}token|token.{0,20}(invalid|expired)/i;
const SAYS_BROKEN =
  /server.?error|had an error|internal error|bad gateway|unavailable|connect(ion)? (error|refused|reset|failed)|cannot connect|stream failed|timed? ?out|disconnected|out of memory/i;

export function meaningOfProviderError(error: ProviderError): ErrorMeaning {
  const status = error.status ?? statusIn(error.kind);
  const words = `${error.message} ${error.kind ?? ''}`;
  const confidence = error.status === undefined ? 'probable' : 'certain';
  if (status === 402 || SAYS_NO_CREDIT.test(words)) return { ...REFUSED_US, confidence };
  if (status === 429 || (status === undefined && SAYS_BUSY.test(words))) return { ...BUSY, confidence };
  if (status === 401 || status === 403 || (status === undefined && SAYS_KEY.test(words))) {
    return { ...REFUSED_US, confidence };
  }
  // Reached and ill, or a gateway before it that does not reach it: a status does not say which.
  if (status === 408 || status === 504) return { ...UNREACHABLE, code: 'assistant-timeout', confidence: 'probable' };
  if (status !== undefined && status >= 500) return { ...UNREACHABLE, confidence: 'probable' };
  if (status === undefined && SAYS_BROKEN.test(words)) return { ...UNREACHABLE, confidence };
  return { ...REFUSED_QUESTION, confidence };
}

/** Some providers put their status into `error.code`, which is all that is left of it inside a stream. */
function statusIn(kind: string | undefined): number | undefined {
  const match = /(?:^|\s)([45]\d\d)(?:\s|$)/.exec(kind ?? '');
  return match ? Number(match[1]) : undefined;
}

/** The provider does not want this Open WebUI: its key, its permission or its credit. The operator's to repair. */
const REFUSED_US = { code: 'assistant-misconfigured', cause: 'provider-refused' } as const;
/** The provider does not want this question: too long, against its rules. */
const REFUSED_QUESTION = { code: 'assistant-refused', cause: 'provider-refused' } as const;
const BUSY = { code: 'assistant-busy', cause: 'provider-rate-limited' } as const;
const UNREACHABLE = { code: 'assistant-unavailable', cause: 'provider-unreachable' } as const;
