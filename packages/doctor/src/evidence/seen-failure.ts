/** A failure of the network as one of our causes; of its text only the system's own code is kept. */
import type { UpstreamFailure } from '@guichet/openwebui/client';
import { OutOfTime } from './doctor-tools.ts';
import type { SeenFailure } from './evidence-map.ts';

type Meaning = Pick<SeenFailure, 'cause' | 'confidence'>;

const MEANINGS: [pattern: RegExp, meaning: Meaning][] = [
  [/^(ENOTFOUND|ENODATA|ENONAME)$/, { cause: 'dns-failed', confidence: 'certain' }],
  // The name server itself did not answer: the name may be right.
  [/^(EAI_\w+|ESERVFAIL|ETIMEOUT|ECANCELLED)$/, { cause: 'dns-failed', confidence: 'probable' }],
  [/^ECONNREFUSED$/, { cause: 'connection-refused', confidence: 'certain' }],
  [/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN)$/, { cause: 'connection-refused', confidence: 'probable' }],
  [/^(ETIMEDOUT|TimeoutError|OutOfTime|UND_ERR_\w+_TIMEOUT)$/, { cause: 'timeout', confidence: 'certain' }],
  [/CERT|SELF_SIGNED|UNABLE_TO_|SIGNATURE/, { cause: 'tls-invalid', confidence: 'certain' }],
  [/^(ERR_(TLS|SSL)\w*|EPROTO)$/, { cause: 'tls-invalid', confidence: 'probable' }],
  [/^(HPE_\w+|UND_ERR_HEADERS_OVERFLOW|HTTPParserError)$/, { cause: 'not-open-webui', confidence: 'probable' }],
  [/^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/, { cause: 'connection-refused', confidence: 'probable' }],
];

export function seenFailure(error: unknown): SeenFailure {
  const code = codeOf(error);
  const meaning = MEANINGS.find(([pattern]) => pattern.test(code))?.[1];
  return { ...(meaning ?? { cause: 'unknown', confidence: 'unknown' }), ...(code !== '' && { code }) };
}

/** The client's failure without the words of others. */
export function withoutText({
  code,
  cause,
  confidence,
  status,
  matter,
  front,
  phase,
  raw = '',
}: UpstreamFailure): SeenFailure {
  return {
    cause,
    confidence,
    ...(matter !== undefined && { matter }),
    ...(front !== undefined && { front }),
    ...(code === 'assistant-refused' && { refusesQuestion: true }),
    ...(cause === 'provider-unreachable' && phase === 'stream' && status === 200 && raw === '' && { isCutOff: true }),
    // From 0.11.0 to 0.11.3 our connection breaks where older versions just end.
    ...(cause === 'connection-refused' &&
      (phase === 'response' || phase === 'stream') && { isCutOff: true, isBroken: true }),
    ...(raw.trim() === 'null' && { isSilent: true }),
    ...(code === 'answer-empty' && CALL_OF_A_TOOL.test(raw) && { wantsTool: true }),
    ...(raw.includes(NOT_PROVIDED) && { isNotProvided: true }),
    ...(cause === 'provider-unreachable' &&
      status !== undefined &&
      !OPEN_WEBUIS_WORD.test(raw) && { isProvidersWord: true }),
    ...(status !== undefined && { status, code: `HTTP ${status}` }),
  };
}

/** How the client tells an answer that was nothing but a call. */
const CALL_OF_A_TOOL = /^finish_reason: (tool|function)/;

/** Open WebUI's sentence; the name stays empty in it. */
const NOT_PROVIDED = "Model '' was not found";

/** What Open WebUI says by itself of a provider that it does not reach; `null` is its silence. */
const OPEN_WEBUIS_WORD = /Server Connection Error|Model '' was not found|API is disabled|^\s*null\s*$/;

/** The code of the error itself, of what caused it, or of the first of several attempts (one per address). */
function codeOf(error: unknown): string {
  if (error instanceof OutOfTime) return error.name;
  if (!(error instanceof Error)) return '';
  if (error.name === 'TimeoutError') return error.name;
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return codeOf(error.cause) || error.name;
}
