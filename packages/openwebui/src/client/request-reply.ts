/** A short question to Open WebUI and its whole reply, with everything that can go wrong as a value. */
import { type BoundedBody, createBoundedBody } from './bounded-body.ts';
import { credentialKind } from './credential-kind.ts';
import { translateReply } from './error-table.ts';
import { type ExchangeMeans, type ExchangeRequest, type ReplyHeaders, startExchange } from './exchange.ts';
import { translateNetworkError } from './network-failure.ts';
import { parseJson } from './parse-json.ts';
import { readRetryAfter } from './retry-after.ts';
import type { UpstreamAddress } from './upstream-address.ts';
import type { UpstreamFailure } from './upstream-failure.ts';
import type { UpstreamLimits, UpstreamTimeouts } from './upstream-limits.ts';
import { withoutSecret } from './without-secret.ts';

export interface Reply {
  status: number;
  contentType: string;
  headers: ReplyHeaders;
  /** The parsed body; undefined when it is no JSON. */
  json: unknown;
  text: string;
  /** As they came. */
  bytes(): Buffer;
  /** What this reply means where it is not the wanted one. */
  failure(): UpstreamFailure;
}

export interface ReplyMeans extends ExchangeMeans {
  /** By origin, whether Open WebUI's mark was on its last good reply; some proxies take it away. */
  marks?: Map<string, boolean>;
  timeouts: UpstreamTimeouts;
  limits: UpstreamLimits;
}

export type ReplyOutcome = { reply: Reply } | { failure: UpstreamFailure };

/** What is asked besides the path; without it, a plain GET. */
export type RequestMore = Partial<
  Pick<ExchangeRequest, 'method' | 'accept' | 'body' | 'stream' | 'once' | 'firstByteMs' | 'totalMs'>
>;

/** Never rejects. */
export function requestReply(
  means: ReplyMeans,
  address: UpstreamAddress,
  path: string,
  more: RequestMore = {},
): Promise<ReplyOutcome> {
  const { promise, resolve } = Promise.withResolvers<ReplyOutcome>();
  const { replyMs } = means.timeouts;
  const request: ExchangeRequest = {
    method: 'GET',
    path,
    accept: 'application/json',
    firstByteMs: replyMs,
    totalMs: replyMs,
    ...more,
  };
  const body = createBoundedBody(means.limits.replyBytes);
  let status = 0;
  let headers: ReplyHeaders = {};

  const exchange = startExchange(means, address, request, {
    onHead(givenStatus, givenHeaders) {
      status = givenStatus;
      headers = givenHeaders;
    },
    onData(chunk) {
      if (body.add(chunk)) return;
      exchange.close();
      resolve({ failure: tooLarge(status) });
    },
    onEnd() {
      if (status === 200) noteMark(means, address, headers);
      resolve({ reply: readReply(means, address, status, headers, body) });
    },
    onError: (error, phase) =>
      resolve({ failure: withoutSecret(translateNetworkError(error, phase), address.credential) }),
  });
  return promise;
}

/** Good replies alone: a front that answers in Open WebUI's place does so with an error. */
export function noteMark({ marks }: ReplyMeans, { origin }: UpstreamAddress, headers: ReplyHeaders): void {
  marks?.set(origin, isMarked(headers));
}

function readReply(
  means: ReplyMeans,
  address: UpstreamAddress,
  status: number,
  headers: ReplyHeaders,
  body: BoundedBody,
): Reply {
  const text = body.text();
  const contentType = contentTypeOf(headers);
  return {
    status,
    contentType,
    headers,
    text,
    bytes: () => body.bytes(),
    json: /json/.test(contentType) ? parseJson(text) : undefined,
    failure: () =>
      withoutSecret(
        translateReply({
          status,
          contentType,
          text,
          retryAfter: readRetryAfter(headers),
          marked: isMarked(headers),
          marksOthers: means.marks?.get(address.origin),
          frontHeaders: headers,
          credential: credentialKind(address.credential),
        }),
        address.credential,
      ),
  };
}

export function isMarked(headers: ReplyHeaders): boolean {
  return headers['x-process-time'] !== undefined;
}

export function contentTypeOf(headers: ReplyHeaders): string {
  const value = headers['content-type'];
  return (Array.isArray(value) ? value[0] : value)?.toLowerCase() ?? '';
}

function tooLarge(status: number): UpstreamFailure {
  const cause = 'not-open-webui';
  return { code: 'assistant-misconfigured', cause, confidence: 'probable', phase: 'response', status };
}
