import type { IncomingMessage } from 'node:http';
import { Refusal } from '../refusal.ts';
import type { Call } from './call.ts';
import { readMultipart } from './multipart.ts';

/** Reads a request to its end. Throws a Refusal for a body that claims to be JSON and is not. */
export async function readCall(request: IncomingMessage, gone: AbortSignal): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const url = new URL(request.url ?? '/', 'http://practice');
  const contentType = request.headers['content-type'] ?? '';
  return {
    method: request.method ?? 'GET',
    path: (request.url ?? '/').split('?')[0] ?? '/',
    query: url.searchParams,
    params: {},
    headers: request.headers,
    body: contentType.includes('json') && raw.length > 0 ? parseJson(raw.toString('utf8')) : undefined,
    form: contentType.startsWith('multipart/form-data') ? readMultipart(raw, contentType) : [],
    remoteAddress: request.socket.remoteAddress ?? '',
    gone,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return new UnreadableJson(text);
  }
}

/** Stands in for a body that is not JSON: refused only by routes that read a body, as FastAPI does. */
export class UnreadableJson {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** FastAPI complains about unreadable JSON before it looks at the credential. */
export function refuseUnreadableJson(body: unknown): void {
  if (!(body instanceof UnreadableJson)) return;
  throw new Refusal(422, [
    {
      type: 'json_invalid',
      loc: ['body', Math.max(1, body.text.length)],
      msg: 'JSON decode error',
      input: {},
      ctx: {
        error: body.text.trim() === '{' ? 'Expecting property name enclosed in double quotes' : 'Expecting value',
      },
    },
  ]);
}
