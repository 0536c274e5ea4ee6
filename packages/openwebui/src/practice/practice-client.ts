/** A few lines every test of the practice server would otherwise repeat. */
import { isObject, type JsonObject } from './http/read-body.ts';
import type { PracticeServer } from './start-practice.ts';

export interface ClientAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** An empty object when the body is not one. */
  json: JsonObject;
}

export interface ClientRequest {
  as?: string;
  body?: unknown;
  signal?: AbortSignal;
}

/** Opens a request without reading the answer. */
export function open(
  practice: PracticeServer,
  method: string,
  path: string,
  { as, body, signal }: ClientRequest = {},
): Promise<Response> {
  return fetch(practice.url + path, {
    method,
    headers: {
      ...(as !== undefined && { authorization: `Bearer ${as}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
}

export async function call(
  practice: PracticeServer,
  method: string,
  path: string,
  request: ClientRequest = {},
): Promise<ClientAnswer> {
  const response = await open(practice, method, path, request);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parseObject(text) };
}

/** The request of one question to one model. */
export function question(model: string, content: string, more: JsonObject = {}): JsonObject {
  return { model, messages: [{ role: 'user', content }], ...more };
}

export const CHAT = '/api/chat/completions';

/** The text of a streamed answer. */
export function streamedText(body: string): string {
  return body
    .split(/\r?\n/)
    .filter((line) => line.startsWith('data: {'))
    .map((line) => JSON.parse(line.slice(6)) as { choices?: { delta?: { content?: string } }[] })
    .map((frame) => frame.choices?.[0]?.delta?.content ?? '')
    .join('');
}

function parseObject(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
