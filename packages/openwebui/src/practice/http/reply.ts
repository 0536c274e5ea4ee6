/** What a route answers. Exactly one of the three bodies. */
export type Reply = JsonReply | TextReply | StreamReply;

interface Head {
  status: number;
  headers?: Record<string, string>;
}
export interface JsonReply extends Head {
  json: unknown;
}
export interface TextReply extends Head {
  /** Bytes go out as they are. */
  text: string | Buffer;
  contentType: string;
}
export interface StreamReply extends Head {
  /** Written one by one, as they come; a throw in the middle breaks the connection. */
  frames: AsyncIterable<string>;
  contentType: string;
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): JsonReply {
  return { status, headers, json: value };
}

export function plainText(text: string, status: number, headers: Record<string, string> = {}): TextReply {
  return { status, headers, text, contentType: 'text/plain; charset=utf-8' };
}

export function html(text: string, status = 200): TextReply {
  return { status, text, contentType: 'text/html; charset=utf-8' };
}

export function eventStream(frames: AsyncIterable<string>): StreamReply {
  return { status: 200, frames, contentType: 'text/event-stream' };
}
