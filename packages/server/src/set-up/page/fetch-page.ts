/**
 * Fetches one page that the operator named, carefully: only by http and https, never an address of the cloud or the
 * cable, also not by a detour; the address that was checked is the one that is asked.
 */
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { checkedLookup, ForbiddenAddress, isForbiddenAddress } from '../forbidden-address.ts';

export type PageFailure =
  | 'none'
  | 'forbidden'
  | 'not-found'
  | 'refused'
  | 'timeout'
  | 'certificate'
  | 'too-many-redirects'
  | 'redirect-elsewhere'
  | 'no-page'
  | 'broken';

export type FetchedPage =
  | { ok: true; url: string; status: number; policies: string[]; html: string }
  | { ok: false; url: string; status?: number; why: PageFailure };

/** Visitors do not wait longer either. For all redirections together. */
const PAGE_LIMIT_MS = 8_000;

/** Browsers follow twenty; a site that needs more than these has something else to fix. */
const MAX_REDIRECTS = 5;

/** What is read of a page, packed and unpacked. The line is at its beginning or at its end, and few pages are as long. */
const MAX_PAGE_BYTES = 2 * 1024 * 1024;

class PageProblem extends Error {
  override name = 'PageProblem';
  readonly why: PageFailure;

  constructor(why: PageFailure) {
    super(why);
    this.why = why;
  }
}

export async function fetchPage(
  address: string,
  options: { signal: AbortSignal; limitMs?: number },
): Promise<FetchedPage> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.limitMs ?? PAGE_LIMIT_MS)]);
  let url = address;
  let status: number | undefined;
  try {
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const response = await ask(url, signal);
      status = response.statusCode ?? 0;
      const next = redirection(response, url);
      if (next === undefined) return { ok: true, url, status, ...(await readPage(response, signal)) };
      response.destroy();
      url = next;
    }
    return { ok: false, url, why: 'too-many-redirects' };
  } catch (error) {
    options.signal.throwIfAborted();
    return { ok: false, url, ...(status !== undefined && { status }), why: reasonOf(error, signal) };
  }
}

function ask(address: string, signal: AbortSignal): Promise<IncomingMessage> {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) throw new PageProblem('none');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // An address that is written out is not looked up, so it is checked here.
  if (isIP(host) !== 0 && isForbiddenAddress(host)) throw new PageProblem('forbidden');
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const sent = send(url, {
      agent: false,
      signal,
      lookup: checkedLookup,
      headers: {
        Accept: 'text/html,application/xhtml+xml',
        'Accept-Encoding': 'gzip, deflate, br',
        'User-Agent': 'Guichet',
      },
    });
    sent.once('response', (response) => {
      const { remoteAddress } = response.socket;
      if (remoteAddress === undefined || !isForbiddenAddress(remoteAddress)) return resolve(response);
      response.destroy();
      reject(new PageProblem('forbidden'));
    });
    sent.once('error', reject);
    sent.end();
  });
}

function redirection(response: IncomingMessage, url: string): string | undefined {
  const { statusCode = 0, headers } = response;
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return undefined;
  const next = URL.parse(headers.location, url);
  if (!next || !/^https?:$/.test(next.protocol)) {
    response.destroy();
    throw new PageProblem('redirect-elsewhere');
  }
  next.hash = '';
  return next.href;
}

async function readPage(response: IncomingMessage, signal: AbortSignal): Promise<{ policies: string[]; html: string }> {
  const type = response.headers['content-type'] ?? '';
  if (type !== '' && !/html/i.test(type)) {
    response.destroy();
    throw new PageProblem('no-page');
  }
  const policies = response.headersDistinct['content-security-policy'] ?? [];
  const bytes = await readStart(unpacked(response), signal);
  response.destroy();
  return { policies, html: decode(bytes, type) };
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase();
  const unpack =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : undefined;
  if (!unpack) return response;
  response.once('error', (error) => unpack.destroy(error));
  return response.pipe(unpack);
}

async function readStart(stream: Readable, signal: AbortSignal): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  const stop = () => stream.destroy(new PageProblem('timeout'));
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      parts.push(part);
      bytes += part.length;
      if (bytes >= MAX_PAGE_BYTES) break;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stream.destroy();
  }
  return Buffer.concat(parts).subarray(0, MAX_PAGE_BYTES);
}

/** What is looked for is ASCII in every encoding of the web but the two-byte ones, which say so themselves. */
function decode(bytes: Buffer, type: string): string {
  const named =
    /charset=["']?([\w-]+)/i.exec(type)?.[1] ??
    /<meta[^>]{0,200}charset=["']?([\w-]+)/i.exec(bytes.subarray(0, 1024).toString('latin1'))?.[1];
  try {
    return new TextDecoder(named ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

const REFUSED = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'];
const NOT_FOUND = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_FAIL'];

function reasonOf(error: unknown, signal: AbortSignal): PageFailure {
  if (error instanceof PageProblem) return error.why;
  if (error instanceof ForbiddenAddress) return 'forbidden';
  if (signal.aborted) return 'timeout';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Several addresses were tried; each has a reason of its own, and they are alike.
  if (error instanceof AggregateError && error.errors[0]) return reasonOf(error.errors[0], signal);
  if (error instanceof Error && error.cause instanceof PageProblem) return error.cause.why;
  if (NOT_FOUND.includes(code)) return 'not-found';
  if (REFUSED.includes(code)) return 'refused';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (/CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME|TLS|SSL|EPROTO/.test(code)) return 'certificate';
  return 'broken';
}
