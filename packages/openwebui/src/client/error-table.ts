/** The one table from what came back to what is wrong. Pure; the raw text goes to the log and nowhere else. */
import type { CredentialKind } from './credential-kind.ts';
import { readErrorBody } from './error-body.ts';
import { parseJson } from './parse-json.ts';
import { type ErrorMeaning, meaningOfProviderError } from './provider-error.ts';
import { meaningOfRefusal } from './refusals.ts';
import type { UpstreamFailure } from './upstream-failure.ts';
import { MAX_RAW_CHARS } from './upstream-limits.ts';

export interface FailedReply {
  status: number;
  contentType: string;
  text: string;
  retryAfter?: number | undefined;
  /** See `UpstreamFailure.marked`. */
  marked?: boolean | undefined;
  credential: CredentialKind;
}

export function translateReply(reply: FailedReply): UpstreamFailure {
  return {
    ...meaningOf(reply),
    phase: 'response',
    status: reply.status,
    contentType: reply.contentType,
    raw: reply.text.slice(0, MAX_RAW_CHARS),
    ...(reply.marked === undefined ? {} : { marked: reply.marked }),
    ...(reply.retryAfter === undefined ? {} : { retryAfter: reply.retryAfter }),
  };
}

/**
 * Whether this refusal could also be the provider's. Some providers (vLLM, LiteLLM, another Open WebUI) speak like
 * Open WebUI, and from 0.12 on their 401 comes through as it is. Asking for the models tells: still 200 means theirs.
 */
export function isAmbiguousRefusal(reply: FailedReply): boolean {
  return reply.status === 401 && readErrorBody(parseJson(reply.text)).shape !== 'error' && isJson(reply.contentType);
}

function meaningOf(reply: FailedReply): ErrorMeaning {
  const { status, contentType, text } = reply;
  if (status >= 300 && status < 400) return NOT_OPEN_WEBUI;
  if (contentType.startsWith('text/html')) return meaningOfPage(status);
  const body = isJson(contentType) ? readErrorBody(parseJson(text)) : undefined;
  if (!body) return status >= 400 ? meaningOfPlainText(status, text) : { ...NOT_OPEN_WEBUI, confidence: 'probable' };
  if (body.shape === 'error') {
    return meaningOfProviderError({ status: status >= 400 ? status : undefined, message: body.text, kind: body.kind });
  }
  if (body.shape === 'detail') return meaningOfDetail(reply, body.text);
  if (body.shape === 'invalid-request') return { code: 'internal', cause: 'unknown', confidence: 'unknown' };
  if (status >= 400) return meaningOfProviderError({ status, message: text });
  // So 0.8 hides a provider that cannot be reached, 0.9.0 to 0.9.2 whatever it said, later ones some failures of Ollama.
  if (text.trim() === 'null') {
    return { code: 'assistant-unavailable', cause: 'provider-unreachable', confidence: 'probable' };
  }
  return { code: 'assistant-unavailable', cause: 'unknown', confidence: 'unknown' };
}

function meaningOfDetail(reply: FailedReply, text: string): ErrorMeaning {
  const { status } = reply;
  const refusal = meaningOfRefusal(status, text, reply.credential);
  if (refusal) return refusal;
  if (status === 404 || status === 405) return { ...NOT_OPEN_WEBUI, confidence: 'probable' };
  // 400: a provider's sentence (0.9.3 to 0.11.4), a filter's or a pipe's. Its own status is lost.
  return {
    ...meaningOfProviderError({ status: status === 400 ? undefined : status, message: text }),
    confidence: 'probable',
  };
}

/** Open WebUI hands a provider's page on as text/plain, so text/html is from whatever stands in front of it. */
function meaningOfPage(status: number): ErrorMeaning {
  if (status === 504 || status === 522 || status === 524 || status === 408) {
    return { code: 'assistant-timeout', cause: 'timeout', confidence: 'probable' };
  }
  if (status === 502 || status === 503 || status === 521 || status === 523) {
    return { code: 'assistant-unavailable', cause: 'connection-refused', confidence: 'probable' };
  }
  if (status === 429) return { code: 'assistant-busy', cause: 'unknown', confidence: 'probable' };
  return status < 300 ? NOT_OPEN_WEBUI : { ...NOT_OPEN_WEBUI, confidence: 'probable' };
}

/** A provider's text, or an exception inside Open WebUI itself, which says exactly these words. */
function meaningOfPlainText(status: number, text: string): ErrorMeaning {
  if (status === 500 && text.trim() === 'Internal Server Error') {
    return { code: 'assistant-unavailable', cause: 'unknown', confidence: 'unknown' };
  }
  return { ...meaningOfProviderError({ status, message: text }), confidence: 'probable' };
}

function isJson(contentType: string): boolean {
  return /^application\/([\w.-]+\+)?json\b/.test(contentType);
}

const NOT_OPEN_WEBUI: ErrorMeaning = {
  code: 'assistant-misconfigured',
  cause: 'not-open-webui',
  confidence: 'certain',
};
