/** The one table from what came back to what is wrong. Pure; the raw text goes to the log and nowhere else. */
import type { CredentialKind } from './credential-kind.ts';
import { isRecord, readErrorBody } from './error-body.ts';
import { type FrontWord, knownFront, meaningOfFront, wordOfFront } from './front-reply.ts';
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
  /** Whether Open WebUI's mark comes through on its other replies: without it, this one is somebody else's then. */
  marksOthers?: boolean | undefined;
  /** For the marks of fronts; nothing else is read from them. */
  frontHeaders?: Readonly<Record<string, string | string[] | undefined>> | undefined;
  credential: CredentialKind;
}

export function translateReply(reply: FailedReply): UpstreamFailure {
  const front = frontsWord(reply);
  return {
    ...(front ? { ...meaningOfFront(front), front } : withDoubt(reply, meaningOf(reply))),
    phase: 'response',
    status: reply.status,
    contentType: reply.contentType,
    raw: reply.text.slice(0, MAX_RAW_CHARS),
    ...(reply.marked !== undefined && { marked: reply.marked }),
    ...(reply.retryAfter !== undefined && { retryAfter: reply.retryAfter }),
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
  if (contentType.startsWith('text/html')) return NOT_OPEN_WEBUI;
  const body = isJson(contentType) ? readErrorBody(parseJson(text)) : undefined;
  if (!body) return status >= 400 ? meaningOfPlainText(status, text) : { ...NOT_OPEN_WEBUI, confidence: 'probable' };
  if (body.shape === 'error') {
    return meaningOfProviderError({ status: status >= 400 ? status : undefined, message: body.text, kind: body.kind });
  }
  if (body.shape === 'detail') return meaningOfDetail(reply, body.text);
  if (body.shape === 'invalid-request') {
    // Open WebUI itself complains of the body as a whole; about a field of ours only what stands behind it does.
    if (!body.isAboutField) return { code: 'internal', cause: 'unknown', confidence: 'unknown' };
    return { ...meaningOfProviderError({ status, message: body.text }), confidence: 'probable' };
  }
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

/**
 * Somebody in front answered in Open WebUI's place. Pages are always theirs (Open WebUI hands a provider's page on as
 * text/plain); the rest is when the mark that other replies carry is missing, or, while nobody knows whether marks
 * come through, when it is in the words of a front. An exception inside Open WebUI is not marked either.
 */
function frontsWord(reply: FailedReply): FrontWord | undefined {
  const { status, contentType, text, marked, marksOthers, frontHeaders: headers } = reply;
  const word = { status, contentType, text, headers };
  if (status < 400 || marked === true || isCrash(status, text)) return undefined;
  if (marksOthers === true || contentType.startsWith('text/html')) return wordOfFront(word);
  if (marked === undefined || isOfTheirs(reply)) return undefined;
  // Whatever Open WebUI hands on has a type, also where there is nothing in it.
  return contentType === '' && text.trim() === '' ? wordOfFront(word) : knownFront(word);
}

/**
 * Without Open WebUI's mark, a status says only whose word it is where the shape is a provider's: an API gateway's
 * `{"message": "Unauthorized"}` looks like any other.
 */
function withDoubt(reply: FailedReply, meaning: ErrorMeaning): ErrorMeaning {
  const isSure = reply.marked !== false || isOfTheirs(reply) || !meaning.cause.startsWith('provider-');
  return isSure || meaning.confidence !== 'certain' ? meaning : { ...meaning, confidence: 'probable' };
}

/** A provider's or Open WebUI's own: of the fronts' documents hardly one looks so. */
function isOfTheirs({ text }: FailedReply): boolean {
  const value = parseJson(text);
  if (!isRecord(value)) return false;
  if (isRecord(value.error) && typeof value.error.message === 'string') return true;
  return 'detail' in value && Object.keys(value).length === 1;
}

function isCrash(status: number, text: string): boolean {
  return status === 500 && text.trim() === 'Internal Server Error';
}

/** A provider's text, or an exception inside Open WebUI itself, which says exactly these words. */
function meaningOfPlainText(status: number, text: string): ErrorMeaning {
  if (isCrash(status, text)) {
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
