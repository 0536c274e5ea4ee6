/** Failures below HTTP: what the system or TLS said, as one of our causes. */
import type { Cause } from '@guichet/contract/cause';
import type { ErrorCode } from '@guichet/contract/error-catalogue';
import type { UpstreamFailure } from './upstream-failure.ts';

/** A phase's limit was passed. */
export class PhaseTimeout extends Error {
  override name = 'PhaseTimeout';
}

type Meaning = { code: ErrorCode; cause: Cause | 'unknown'; confidence: UpstreamFailure['confidence'] };

const DNS: Meaning = { code: 'assistant-unavailable', cause: 'dns-failed', confidence: 'certain' };
const REFUSED: Meaning = { code: 'assistant-unavailable', cause: 'connection-refused', confidence: 'certain' };
const UNREACHABLE: Meaning = { ...REFUSED, confidence: 'probable' };
const SLOW: Meaning = { code: 'assistant-timeout', cause: 'timeout', confidence: 'certain' };
const TLS: Meaning = { code: 'assistant-misconfigured', cause: 'tls-invalid', confidence: 'certain' };
const NOT_HTTP: Meaning = { code: 'assistant-misconfigured', cause: 'not-open-webui', confidence: 'probable' };

/** By the error's code. Codes of Node, c-ares, OpenSSL and undici. */
const MEANINGS: [pattern: RegExp, meaning: Meaning][] = [
  [/^(ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL|ENONAME)$/, DNS],
  [/^ECONNREFUSED$/, REFUSED],
  [/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/, UNREACHABLE],
  [/^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/, SLOW],
  [/CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|^ERR_(TLS|SSL)|^EPROTO$|SIGNATURE/, TLS],
  [/^(HPE_|HTTPParserError|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_CONTENT_LENGTH)/, NOT_HTTP],
];

export function translateNetworkError(error: Error, phase: UpstreamFailure['phase']): UpstreamFailure {
  const code = errorCode(error) || error.name;
  const meaning =
    error instanceof PhaseTimeout
      ? SLOW
      : (MEANINGS.find(([pattern]) => pattern.test(code))?.[1] ?? {
          code: 'assistant-unavailable',
          cause: 'unknown',
          confidence: 'unknown',
        });
  return { ...meaning, phase, raw: `${code}: ${error.message}` };
}

/** The code of the error itself, of what caused it, or of the first of several attempts (one per address). */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  if (error instanceof AggregateError) return errorCode(error.errors[0]);
  return errorCode(error.cause);
}
