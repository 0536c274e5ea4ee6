import type { ServerResponse } from 'node:http';
import type { Reply } from './reply.ts';

/** Writes a reply. Every answer of Open WebUI but its crashes carries X-Process-Time, in whole seconds. */
export async function sendReply(response: ServerResponse, reply: Reply, startedMs: number): Promise<void> {
  const headers: Record<string, string> = {
    'x-process-time': String(Math.floor((performance.now() - startedMs) / 1000)),
    ...reply.headers,
  };
  if ('json' in reply) {
    const body = JSON.stringify(reply.json ?? null);
    response.writeHead(reply.status, {
      ...headers,
      'content-type': 'application/json',
      'content-length': byteCount(body),
    });
    response.end(body);
  } else if ('text' in reply) {
    const length = byteCount(reply.text);
    response.writeHead(reply.status, { ...headers, 'content-type': reply.contentType, 'content-length': length });
    response.end(reply.text);
  } else {
    response.writeHead(reply.status, { ...headers, 'content-type': reply.contentType });
    response.flushHeaders();
    await writeFrames(response, reply.frames);
  }
}

/** What uvicorn sends when the application crashed: no X-Process-Time. */
export function sendCrash(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('Internal Server Error');
}

async function writeFrames(response: ServerResponse, frames: AsyncIterable<string>): Promise<void> {
  for await (const frame of frames) {
    if (response.destroyed) return;
    if (!response.write(frame)) await drained(response);
  }
  response.end();
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}

function byteCount(body: string | Buffer): string {
  return String(Buffer.byteLength(body));
}
