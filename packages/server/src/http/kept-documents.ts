/**
 * Documents that do not change while Guichet runs: made once, compressed once, known again by the browser that has
 * them. Never for event streams, and never for what belongs to one visitor.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib, zstdCompress } from 'node:zlib';
import type { Context } from 'hono';

/** Smaller ones fit into one packet as they are. */
const MIN_COMPRESSED_BYTES = 1_000;

/** Pages contain the address they were requested at, and anybody can invent one. Beyond: the oldest document goes. */
export const MAX_KEPT_BYTES = 32 * 1024 * 1024;

/** Of eleven: beyond these a page gets two per cent smaller in ten times the time. */
const BROTLI_QUALITY = 6;

const COMPRESSIBLE = /^(?:text\/|application\/(?:json|javascript|problem\+json)|image\/svg)/;

export type PackedEncoding = 'br' | 'zstd' | 'gzip';
export type PackedForms = Partial<Record<PackedEncoding, Uint8Array<ArrayBuffer>>>;

/** What we would rather send comes first: brotli is the smallest, at the same effort for the browser. */
const ENCODINGS: readonly PackedEncoding[] = ['br', 'zstd', 'gzip'];

type Encoding = PackedEncoding | 'identity';

export interface DocumentSource {
  body: string | Uint8Array<ArrayBuffer>;
  contentType: string;
  headers?: Readonly<Record<string, string>>;
  /** Forms that were made before; what is missing is made when it is first asked for. */
  packed?: PackedForms;
}

interface KeptDocument {
  identity: Uint8Array<ArrayBuffer>;
  etag: string;
  contentType: string;
  headers: Readonly<Record<string, string>>;
  /** By a thread of its own, unless they came along. */
  compressed: Partial<Record<PackedEncoding, Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>>>;
}

export class KeptDocuments {
  readonly #kept = new Map<string, KeptDocument>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number = MAX_KEPT_BYTES) {
    this.#maxBytes = maxBytes;
  }

  get count(): number {
    return this.#kept.size;
  }

  /** @param key everything the document depends on @param make called when it is not kept */
  async answer(context: Context, key: string, make: () => DocumentSource): Promise<Response> {
    return respond(context, this.#kept.get(key) ?? this.#keep(key, make()));
  }

  /** @returns undefined when it is not kept (any more) */
  async again(context: Context, key: string): Promise<Response | undefined> {
    const kept = this.#kept.get(key);
    return kept && respond(context, kept);
  }

  #keep(key: string, { body, contentType, headers = {}, packed = {} }: DocumentSource): KeptDocument {
    const identity = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const etag = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
    const document = { identity, etag, contentType, headers, compressed: { ...packed } };
    this.#kept.set(key, document);
    this.#bytes += identity.byteLength;
    for (const [first, { identity: old }] of this.#kept) {
      if (this.#bytes <= this.#maxBytes || first === key) break;
      this.#kept.delete(first);
      this.#bytes -= old.byteLength;
    }
    return document;
  }
}

async function respond(context: Context, kept: KeptDocument): Promise<Response> {
  const compressible = COMPRESSIBLE.test(kept.contentType) && kept.identity.byteLength >= MIN_COMPRESSED_BYTES;
  const encoding = compressible ? chosenEncoding(context.req.header('accept-encoding')) : 'identity';
  const headers: Record<string, string> = {
    ...kept.headers,
    'Content-Type': kept.contentType,
    // Each form is a document of its own to a cache.
    ETag: encoding === 'identity' ? `"${kept.etag}"` : `"${kept.etag}-${encoding}"`,
  };
  if (compressible) headers.Vary = joined(headers.Vary, 'Accept-Encoding');
  if (isKnown(context.req.header('if-none-match'), kept.etag)) {
    return context.body(null, 304, headers);
  }
  if (encoding === 'identity') return sendWhole(context, kept.identity, headers);
  kept.compressed[encoding] ??= compress(kept.identity, encoding);
  return sendWhole(context, await kept.compressed[encoding], { ...headers, 'Content-Encoding': encoding });
}

function sendWhole(context: Context, body: Uint8Array<ArrayBuffer>, headers: Record<string, string>): Response {
  return context.body(body, 200, { ...headers, 'Content-Length': String(body.byteLength) });
}

/** What the client likes best of what we have, and of equals what we like best. `br;q=0` says that it does not take it. */
function chosenEncoding(accept: string | undefined): Encoding {
  const taken = new Map<string, number>();
  for (const item of (accept ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    taken.set(name, quality === undefined ? 1 : Number(quality) || 0);
  }
  const liking = (name: string) => taken.get(name) ?? taken.get('*') ?? 0;
  // Asked for unpacked by name, it is sent so where nothing else is liked better; unsaid, it comes last.
  let best: Encoding = 'identity';
  let most = taken.get('identity') ?? 0;
  for (const encoding of ENCODINGS) {
    if (liking(encoding) <= most) continue;
    best = encoding;
    most = liking(encoding);
  }
  return best;
}

const COMPRESSORS: Record<PackedEncoding, (body: Uint8Array) => Promise<Buffer>> = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [zlib.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [zlib.BROTLI_PARAM_SIZE_HINT]: body.byteLength },
    }),
  zstd: (body) => promisify(zstdCompress)(body),
  gzip: (body) => promisify(gzip)(body),
};

async function compress(body: Uint8Array, encoding: PackedEncoding): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await COMPRESSORS[encoding](body));
}

/** Whichever form the browser has: they hold the same. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.some((tag) => tag === '*' || tag.replace(/-(?:br|zstd|gzip)"$/, '"') === `"${etag}"`);
}

function joined(...values: (string | undefined)[]): string {
  return values.filter(Boolean).join(', ');
}
