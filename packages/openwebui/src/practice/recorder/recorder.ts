import { isObject, type JsonObject } from '../http/read-body.ts';
import type { Recording } from './recording.ts';

export interface Question {
  /** Key or session token, sent as Bearer. */
  as?: string | undefined;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  raw?: string | FormData;
  /** How much of the body is written down. */
  keepCharacters?: number;
}

export interface Answered {
  status: number;
  text: string;
  /** An empty object when the body is not one. */
  json: JsonObject;
}

const KEPT_CHARACTERS = 700;
const ANSWER_TIMEOUT_MS = 20_000;

/** Asks a server, and writes down what it answers. */
export class Recorder {
  readonly recording: Recording = [];
  readonly #baseUrl: string;
  readonly #marks = new Map<string, string>();

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  /** From now on `id` is written as `mark`. */
  mark(id: unknown, mark: string): void {
    if (typeof id === 'string') this.#marks.set(id, mark);
  }

  note(name: string, facts: JsonObject): void {
    this.recording.push({ name, ...facts });
  }

  async ask(name: string, method: string, path: string, question: Question = {}): Promise<Answered> {
    const response = await this.send(method, path, question);
    const { text, isBroken } = await readBody(response);
    const contentType = response.headers.get('content-type');
    const body = contentType?.startsWith('text/html') ? '<html…>' : this.#scrub(text);
    this.recording.push({
      name,
      request: `${method} ${path}`,
      status: response.status,
      contentType,
      retryAfter: response.headers.get('retry-after'),
      body: body.slice(0, question.keepCharacters ?? KEPT_CHARACTERS),
      ...(isBroken && { isBroken }),
    });
    return { status: response.status, text, json: parseObject(text) };
  }

  /** Asks without writing down. */
  send(method: string, path: string, { as, headers = {}, body, raw }: Question = {}): Promise<Response> {
    return fetch(this.#baseUrl + path, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(as !== undefined && { authorization: `Bearer ${as}` }),
        ...headers,
      },
      ...(body !== undefined ? { body: JSON.stringify(body) } : raw !== undefined && { body: raw }),
    });
  }

  #scrub(text: string): string {
    let scrubbed = text.replace(/### Task:[\s\S]*/, '<task prompt>…');
    for (const [id, mark] of this.#marks) scrubbed = scrubbed.replaceAll(id, mark);
    return scrubbed
      .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, '<jwt>')
      .replace(/sk-[0-9a-f]{32}/g, '<key>')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>');
  }
}

/** What came, and whether the connection broke before its end. */
async function readBody(response: Response): Promise<{ text: string; isBroken: boolean }> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const piece of response.body ?? []) text += decoder.decode(piece, { stream: true });
    return { text: text + decoder.decode(), isBroken: false };
  } catch {
    return { text, isBroken: true };
  }
}

function parseObject(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
