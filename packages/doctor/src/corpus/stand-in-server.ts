/** Whatever may stand at an address instead of Open WebUI, or in front of it. */
import { createServer, type RequestListener, request } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from 'node:net';
import { type CertificateWish, makeCertificate } from './make-certificate.ts';

export interface StandIn {
  port: number;
  close(): Promise<void>;
}

export function standIn(listener: RequestListener): Promise<StandIn> {
  return listening(createServer(listener));
}

export function standInWithCertificate(wish: CertificateWish): Promise<StandIn> {
  return listening(createSecureServer(makeCertificate(wish), (_request, response) => response.end('hello')));
}

export function rawStandIn(onConnection: (socket: Socket) => void): Promise<StandIn> {
  return listening(
    createRawServer((socket) => {
      socket.on('error', () => undefined);
      onConnection(socket);
    }),
  );
}

/** Hands everything on to an Open WebUI; the first argument may change it on the way. */
export function proxyTo(
  target: string,
  change: {
    request?: (headers: Record<string, string>) => void;
    response?: (headers: Record<string, string>) => void;
    /** Collects an answer and hands it over at its end. */
    collects?: boolean;
    /** The path below which it stands; everywhere else a page of the site answers. */
    below?: string;
  },
): Promise<StandIn> {
  return standIn(async (request, response) => {
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(request.headers)) {
      if (typeof value === 'string' && !/^(host|connection|content-length|transfer-encoding)$/.test(name))
        headers[name] = value;
    }
    change.request?.(headers);
    const { below = '' } = change;
    const url = request.url ?? '/';
    if (below !== '' && !url.startsWith(`${below}/`)) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<title>Intranet</title>');
      return;
    }
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const hasBody = request.method === 'POST';
    const reply = await fetch(target + url.slice(below.length), {
      method: request.method ?? 'GET',
      headers,
      redirect: 'manual',
      ...(hasBody && { body: Buffer.concat(parts) }),
    }).catch(() => undefined);
    if (!reply) {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
      return;
    }
    const out: Record<string, string> = Object.fromEntries(reply.headers);
    for (const name of ['content-length', 'transfer-encoding', 'connection', 'content-encoding', 'keep-alive'])
      delete out[name];
    change.response?.(out);
    if (!change.collects || !reply.body) {
      response.writeHead(reply.status, out);
      for await (const part of reply.body ?? []) response.write(part);
      response.end();
      return;
    }
    const whole = Buffer.from(await reply.arrayBuffer());
    response.writeHead(reply.status, out).end(whole);
  });
}

/** What somebody in front says instead of Open WebUI. */
export interface GuardsWord {
  status: number;
  contentType: string;
  body: string;
  headers?: Record<string, string>;
}

/** Hands on to an Open WebUI, byte for byte, what the guard does not answer himself. */
export function guardedBy(
  target: string,
  guard: (path: string) => GuardsWord | undefined | Promise<undefined>,
  host = '127.0.0.1',
): Promise<StandIn> {
  const server = createServer(async (incoming, response) => {
    const { method = 'GET', url = '/' } = incoming;
    const word = await guard(url.split('?')[0] ?? url);
    if (word) {
      response.writeHead(word.status, { 'content-type': word.contentType, ...word.headers }).end(word.body);
      return;
    }
    const { hostname, port } = new URL(target);
    const headers = { ...incoming.headers, host: `${hostname}:${port}` };
    const outgoing = request({ hostname, port, method, path: url, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    response.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  return listening(server, host);
}

export function listening(server: Server, host = '127.0.0.1'): Promise<StandIn> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return new Promise((resolve) => {
    server.listen(0, host, () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            for (const socket of open) socket.destroy();
          }),
      });
    });
  });
}
