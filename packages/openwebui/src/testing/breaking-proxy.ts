/** For tests: a server in between that breaks connections, before a request reaches the other side or after. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ProxiedCall {
  method: string;
  path: string;
  /** From 1 on. */
  number: number;
}

export interface BreakingProxy {
  url: string;
  /** Requests so far. */
  readonly calls: readonly ProxiedCall[];
  /** Lets everything through from now on. */
  mend(): void;
  close(): Promise<void>;
}

type When = 'before' | 'after';

/** Takes the chosen requests and drops the connection before anything reaches the other side. */
export function breakBefore(target: string, chosen: (call: ProxiedCall) => boolean): Promise<BreakingProxy> {
  return startProxy(target, 'before', chosen);
}

/** Passes the chosen requests on and drops the connection instead of the answer. */
export function breakAfter(target: string, chosen: (call: ProxiedCall) => boolean): Promise<BreakingProxy> {
  return startProxy(target, 'after', chosen);
}

async function startProxy(target: string, when: When, chosen: (call: ProxiedCall) => boolean): Promise<BreakingProxy> {
  const calls: ProxiedCall[] = [];
  let broken = true;
  const server = createServer(async (request, response) => {
    const call = { method: request.method ?? '', path: request.url ?? '', number: calls.length + 1 };
    calls.push(call);
    const breaks = broken && chosen(call);
    if (breaks && when === 'before') return void request.socket.resetAndDestroy();
    const reply = await passOn(target, request);
    const body = Buffer.from(await reply.arrayBuffer());
    if (breaks) return void request.socket.resetAndDestroy();
    response.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? 'text/plain' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    mend() {
      broken = false;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function passOn(target: string, request: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = new Headers();
  for (const name of ['authorization', 'content-type', 'accept']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
  return fetch(target + request.url, { method: request.method ?? 'GET', headers, body, redirect: 'manual' });
}
