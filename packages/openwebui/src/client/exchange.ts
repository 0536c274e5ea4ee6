/** One request to Open WebUI and its reply, pushed to a listener as it arrives. Nothing here knows what is in it. */
import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { errorCode } from './network-failure.ts';
import type { Patience, Wait } from './patience.ts';
import type { UpstreamAddress } from './upstream-address.ts';
import type { UpstreamAgent } from './upstream-agent.ts';
import type { UpstreamFailure } from './upstream-failure.ts';

export type ReplyHeaders = Record<string, string | string[] | undefined>;

export interface ExchangeListener {
  onHead(status: number, headers: ReplyHeaders): void;
  onData(chunk: Buffer): void;
  onEnd(): void;
  /** Told at most once, instead of `onEnd`. */
  onError(error: Error, phase: UpstreamFailure['phase']): void;
}

export interface Exchange {
  readonly wait: Wait;
  /** Closes the connection; nothing is told any more. Repeatable. */
  close(): void;
}

export interface ExchangeRequest {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  body?: string;
  /** Instead of `body`: sent piece by piece as it is read. */
  stream?: { contentType: string; length: number; pieces: Readable };
  /** Never sent a second time by itself, not even where a kept connection died: it would be done twice. */
  once?: boolean;
  accept: string;
  /** Milliseconds from the request to the first byte. */
  firstByteMs: number;
  totalMs: number;
  /** Milliseconds in which a word has to come, whatever else comes; see `Wait.spoken`. */
  wordlessMs?: number;
}

export interface ExchangeMeans {
  agent: UpstreamAgent;
  patience: Patience;
  connectMs: number;
}

/** A connection kept from an earlier request may have died meanwhile; it says so at once. Later it is another matter. */
const STALE_CONNECTION_MS = 250;

export function startExchange(
  means: ExchangeMeans,
  address: UpstreamAddress,
  request: ExchangeRequest,
  listener: ExchangeListener,
): Exchange {
  let phase: UpstreamFailure['phase'] = 'connect';
  let over = false;
  let controller: Dispatcher.DispatchController | undefined;
  let sentAt = 0;
  let repeated = false;
  const { totalMs, wordlessMs = totalMs } = request;
  const wait = means.patience.wait({ phase, silenceMs: means.connectMs, totalMs, wordlessMs }, fail);

  function finish(): boolean {
    if (over) return false;
    over = true;
    wait.stop();
    return true;
  }

  function fail(error: Error): void {
    if (!finish()) return;
    controller?.abort(error);
    listener.onError(error, phase);
  }

  function isStaleConnection(error: Error): boolean {
    if (repeated || request.once || phase !== 'first-byte' || performance.now() - sentAt > STALE_CONNECTION_MS)
      return false;
    return /^(UND_ERR_SOCKET|ECONNRESET|EPIPE)$/.test(errorCode(error));
  }

  const handler: Dispatcher.DispatchHandler = {
    onRequestStart(given) {
      controller = given;
      if (over) {
        given.abort(new Error('no longer wanted'));
        return;
      }
      phase = 'first-byte';
      sentAt = performance.now();
      wait.phase = phase;
      wait.silenceMs = request.firstByteMs;
      wait.heard = true;
    },
    onResponseStart(_controller, status, headers) {
      if (over || status < 200) return;
      phase = 'response';
      listener.onHead(status, headers);
    },
    onResponseData(_controller, chunk) {
      if (over) return;
      wait.heard = true;
      listener.onData(chunk);
    },
    onResponseEnd() {
      if (finish()) listener.onEnd();
    },
    onResponseError(_controller, error) {
      if (over) return;
      if (isStaleConnection(error)) {
        repeated = true;
        send();
        return;
      }
      if (finish()) listener.onError(error, phase);
    },
  };

  function send(): void {
    means.agent.dispatch(
      {
        origin: address.origin,
        path: address.basePath + request.path,
        method: request.method,
        headers: headersFor(address, request),
        body: request.stream?.pieces ?? request.body ?? null,
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      handler,
    );
  }

  // A turn later, so that a caller holds the exchange before anything can be told to it.
  queueMicrotask(() => {
    if (!over) send();
  });
  return {
    wait,
    close() {
      if (finish()) controller?.abort(new Error('no longer wanted'));
    },
  };
}

function headersFor(address: UpstreamAddress, request: ExchangeRequest): Record<string, string> {
  const headers: Record<string, string> = {
    // Without a credential the header is left out: an empty one breaks some versions.
    ...(address.authorization !== '' && { authorization: address.authorization }),
    accept: request.accept,
    // Compression would hold tokens back until a block is full.
    'accept-encoding': 'identity',
    'user-agent': 'Guichet',
  };
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  if (request.stream) {
    headers['content-type'] = request.stream.contentType;
    headers['content-length'] = String(request.stream.length);
  }
  return headers;
}
