/**
 * A process that stands in for Open WebUI: prebuilt frames, each its own write, at the pace asked for. Deadlines are
 * absolute, so that a late timer does not slow a whole answer down. Prints its address when it listens.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { framesFor } from './answer-frames.ts';
import { type AnswerScript, readScript } from './answer-script.ts';

const COMPLETIONS = new Set(['/api/chat/completions', '/v1/chat/completions']);

const SHORT_REPLIES: Record<string, unknown> = {
  '/health': { status: true },
  '/api/version': { version: '0.11.4' },
  '/api/models': { data: [{ id: 'bench', name: 'Bench', object: 'model' }] },
};

const server = createServer((request, response) => {
  const path = request.url ?? '';
  if (request.method === 'POST' && COMPLETIONS.has(path)) void complete(request, response);
  else sendJson(response, SHORT_REPLIES[path]);
});

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body ?? { detail: 'Not Found' }));
}

async function complete(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = JSON.parse(Buffer.concat(pieces).toString()) as { messages: { content: string }[] };
  const script = readScript(body.messages.at(-1)?.content ?? '');
  if (script) stream(response, script);
  else sendJson(response, undefined);
}

function stream(response: ServerResponse, { tokens, everyMs }: AnswerScript): void {
  const frames = framesFor({ tokens, everyMs });
  const start = performance.now();
  let next = 0;
  let timer: NodeJS.Timeout | undefined;
  response.on('close', () => clearTimeout(timer));
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-cache' });
  response.write(frames.role);
  // A turn later, so that the first token is a packet of its own.
  setImmediate(step);

  function step(): void {
    do response.write(frames.tokens[next++]);
    while (next < tokens && start + next * everyMs <= performance.now());
    if (next < tokens) timer = setTimeout(step, Math.max(0, start + next * everyMs - performance.now()));
    else response.end(frames.end);
  }
}

server.keepAliveTimeout = 120_000;
server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
