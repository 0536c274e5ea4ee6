/** The doctor's hands on the world; a test puts others in their place. */
import { lookup } from 'node:dns/promises';
import { connect, type LookupFunction } from 'node:net';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { type DetailedPeerCertificate, rootCertificates, connect as tlsConnect } from 'node:tls';
import { constants, createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { type NetworkProxy, type ProxyEnvironment, proxyFor, type UpstreamWay } from '@guichet/openwebui/client';
import { Agent, ProxyAgent, request } from 'undici';

export interface PlainReply {
  status: number;
  headers: Record<string, string>;
  /** At most `maxBytes` of it. */
  text: string;
}

export interface SeenCertificate {
  problem?: string;
  certificate: DetailedPeerCertificate;
}

export interface HeardReply {
  status: number;
  headers: Record<string, string>;
  pieces: { ms: number; text: string }[];
  /** False: the connection broke before the body was over, or time did. */
  whole: boolean;
}

export interface DoctorTools {
  now(): number;
  lookUp(host: string): Promise<string[]>;
  openConnection(host: string, port: number, limitMs: number): Promise<void>;
  readCertificate(host: string, port: number, limitMs: number): Promise<SeenCertificate>;
  /** A plain GET without credential, redirections not followed. */
  get(url: string, options: { limitMs: number; headers?: Record<string, string> }): Promise<PlainReply>;
  /** A body as it comes, with the time of each piece in milliseconds, read as a browser would. */
  listen(url: string, limitMs: number): Promise<HeardReply>;
  /** How the product's own client is to reach Open WebUI, so that both take the same way. */
  readonly way: UpstreamWay & { environment: ProxyEnvironment };
  close(): Promise<void>;
}

/** Pages say who they are in their first lines; Guichet's own `/openapi.json` only as a whole, which is 80 KiB. */
const MAX_BYTES = 128 * 1024;

export class OutOfTime extends Error {
  override name = 'OutOfTime';
}

/**
 * @param options.lookup finds the addresses that are connected to; default: the system's
 * @param options.environment where the network's proxies are named; default: the process's own
 */
export function createDoctorTools(
  trustedCertificates: readonly string[] = [],
  options: { lookup?: LookupFunction; environment?: ProxyEnvironment } = {},
): DoctorTools {
  const named = options.lookup ? { lookup: options.lookup } : {};
  const ca = trustedCertificates.length > 0 ? [...rootCertificates, ...trustedCertificates] : undefined;
  const agent = new Agent({ allowH2: false, connect: { ...named, ...(ca && { ca }) } });
  const { environment = process.env } = options;
  const proxies = new Map<string, ProxyAgent>();
  const through = ({ url }: NetworkProxy): ProxyAgent => {
    const agentThere =
      proxies.get(url) ?? new ProxyAgent({ uri: url, allowH2: false, ...(ca && { requestTls: { ca } }) });
    proxies.set(url, agentThere);
    return agentThere;
  };
  return {
    now: Date.now,
    way: { ...named, environment },
    lookUp: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
    openConnection: (host, port, limitMs) =>
      new Promise((resolve, reject) => {
        const socket = connect({ host, port, timeout: limitMs, ...named });
        const end = (error?: Error) => {
          socket.destroy();
          if (error) reject(error);
          else resolve();
        };
        socket.once('connect', () => end());
        socket.once('timeout', () => end(new OutOfTime()));
        socket.once('error', end);
      }),
    readCertificate: (host, port, limitMs) =>
      new Promise((resolve, reject) => {
        // Nothing is sent over it: what is wrong with the certificate is to be seen, not to be believed.
        const options = { host, port, rejectUnauthorized: false, timeout: limitMs, ...named, ...(ca && { ca }) };
        const asked = /^[\d.]+$|:/.test(host) ? options : { ...options, servername: host };
        const socket = tlsConnect(asked, () => {
          const certificate = socket.getPeerCertificate(true);
          const problem: unknown = socket.authorizationError;
          socket.destroy();
          resolve({ certificate, ...(problem !== undefined && problem !== null && { problem: wordOf(problem) }) });
        });
        socket.once('timeout', () => {
          socket.destroy();
          reject(new OutOfTime());
        });
        socket.once('error', reject);
      }),
    async get(url, { limitMs, headers = {} }) {
      const signal = AbortSignal.timeout(limitMs);
      const proxy = proxyFor(url, environment);
      const reply = await request(url, {
        dispatcher: proxy ? through(proxy) : agent,
        signal,
        headers: { accept: 'application/json', ...headers },
      });
      return { status: reply.statusCode, headers: flat(reply.headers), text: await readStart(reply.body) };
    },
    listen: (url, limitMs) => listen(agent, url, limitMs),
    close: async () => {
      await Promise.all([agent, ...proxies.values()].map((one) => one.destroy()));
    },
  };
}

/** Asks for compression, as browsers do: that is when proxies compress. */
async function listen(agent: Agent, url: string, limitMs: number): Promise<HeardReply> {
  const started = performance.now();
  const reply = await request(url, {
    dispatcher: agent,
    signal: AbortSignal.timeout(limitMs),
    headers: { accept: 'text/event-stream', 'accept-encoding': 'gzip, deflate, br, zstd' },
  });
  const headers = flat(reply.headers);
  const pieces: HeardReply['pieces'] = [];
  const decoder = new TextDecoder();
  let whole = true;
  try {
    for await (const part of unpacked(reply.body, headers['content-encoding'])) {
      pieces.push({ ms: performance.now() - started, text: decoder.decode(part, { stream: true }) });
    }
  } catch {
    whole = false;
  }
  return { status: reply.statusCode, headers, pieces, whole };
}

/** What is packed comes out as soon as it can be read, not at the end. */
function unpacked(body: Readable, encoding: string | undefined): AsyncIterable<Buffer> {
  const make = UNPACKERS[encoding ?? ''];
  if (!make) return body;
  const unpacker = make();
  pipeline(body, unpacker, () => undefined);
  return unpacker;
}

const UNPACKERS: Record<string, () => Transform> = {
  gzip: () => createGunzip({ flush: constants.Z_SYNC_FLUSH }),
  deflate: () => createInflate({ flush: constants.Z_SYNC_FLUSH }),
  br: () => createBrotliDecompress({ flush: constants.BROTLI_OPERATION_FLUSH }),
  zstd: () => createZstdDecompress({ flush: constants.ZSTD_e_flush }),
};

function wordOf(problem: unknown): string {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : String(problem);
}

async function readStart(body: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body) {
    parts.push(part);
    bytes += part.length;
    if (bytes >= MAX_BYTES) break;
  }
  return Buffer.concat(parts).toString('utf8').slice(0, MAX_BYTES);
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}
