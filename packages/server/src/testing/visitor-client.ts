/** A visitor in tests: speaks the HTTP interface the way a browser on another origin does. */
import { createSseParser, type SseMessage } from '@guichet/contract/sse';
import { expectAsDescribed, expectEventAsDescribed } from './as-described.ts';

export const ORIGIN = 'https://shop.example';

export interface ReadRun {
  status: number;
  contentType: string;
  messages: SseMessage[];
  text: string;
  reasoning: string;
  /** The last event's name and data. */
  end: { event: string; data: Record<string, unknown> };
  runId: string;
}

export class VisitorClient {
  readonly #url: string;
  readonly token: string;
  /** The page that shows the chat. */
  readonly #origin: string;
  /** Where this visitor's routes are. */
  readonly #base: string;

  private constructor(url: string, token: string, origin = ORIGIN, base = '/v1') {
    this.#url = url;
    this.token = token;
    this.#origin = origin;
    this.#base = base;
  }

  /** A visitor of another site, below its own path. */
  static async arriveAt(url: string, site: string, origin: string): Promise<VisitorClient> {
    const base = `/v1/sites/${site}`;
    const response = await fetch(`${url}${base}/visitors`, { method: 'POST', headers: { Origin: origin } });
    await expectAsDescribed('POST', response.url, response);
    const { token } = (await response.json()) as { token: string };
    return new VisitorClient(url, token, origin, base);
  }

  static async arrive(url: string, locale = 'en'): Promise<VisitorClient> {
    const response = await fetch(`${url}/v1/sites/default/visitors`, {
      method: 'POST',
      headers: { Origin: ORIGIN, 'Content-Type': 'application/json' },
      body: JSON.stringify({ locale }),
    });
    await expectAsDescribed('POST', response.url, response);
    const { token } = (await response.json()) as { token: string };
    return new VisitorClient(url, token);
  }

  /** The same visitor at another address: a server that was started again. */
  movedTo(url: string): VisitorClient {
    return new VisitorClient(url, this.token, this.#origin, this.#base);
  }

  async request(path: string, options: RequestInit = {}): Promise<Response> {
    const headers = { Origin: this.#origin, Authorization: `Bearer ${this.token}`, ...(options.headers as object) };
    const response = await fetch(`${this.#url}${path}`, { ...options, headers });
    await expectAsDescribed(options.method ?? 'GET', response.url, response);
    return response;
  }

  async json<Body>(path: string, options: RequestInit = {}): Promise<Body> {
    return (await (await this.request(path, options)).json()) as Body;
  }

  async newConversation(): Promise<string> {
    return (await this.json<{ id: string }>(`${this.#base}/conversations`, { method: 'POST' })).id;
  }

  post(
    conversation: string,
    text: unknown,
    key: string = crypto.randomUUID(),
    more: RequestInit = {},
  ): Promise<Response> {
    return this.request(`${this.#base}/conversations/${conversation}/messages`, {
      method: 'POST',
      ...more,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...(more.headers as object) },
      body: typeof text === 'string' ? JSON.stringify({ text }) : JSON.stringify(text),
    });
  }

  async ask(conversation: string, text: string, key?: string): Promise<ReadRun> {
    return readRun(await this.post(conversation, text, key));
  }

  async resume(runId: string, lastEventId?: string): Promise<Response> {
    return this.request(
      `${this.#base}/runs/${runId}/events`,
      lastEventId ? { headers: { 'Last-Event-ID': lastEventId } } : {},
    );
  }
}

/** Reads a run's stream to its end, or until `until` says that it is enough. */
export async function readRun(response: Response, until?: (message: SseMessage) => boolean): Promise<ReadRun> {
  const messages: SseMessage[] = [];
  let enough = false;
  const parser = createSseParser({
    onMessage(message) {
      messages.push(message);
      expectEventAsDescribed(message.event, message.data);
      if (until?.(message)) enough = true;
    },
  });
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  while (reader && !enough) {
    const { done, value } = await reader.read();
    if (done) break;
    parser.feed(decoder.decode(value, { stream: true }));
  }
  if (enough) await reader?.cancel();
  return summarise(response, messages);
}

function summarise(response: Response, messages: SseMessage[]): ReadRun {
  let text = '';
  let reasoning = '';
  let runId = '';
  let epoch = '';
  for (const { event, data, id } of messages) {
    const body = JSON.parse(data) as { text?: string; reasoning?: string; runId?: string };
    if (epoch !== id.split('-')[0]) {
      epoch = id.split('-')[0] ?? '';
      text = '';
      reasoning = '';
    }
    if (event === 'run') runId = body.runId ?? '';
    if (event === 'delta') text += body.text;
    if (event === 'reasoning') reasoning += body.text;
    if (event === 'snapshot') {
      text = body.text ?? '';
      reasoning = body.reasoning ?? '';
    }
  }
  const last = messages.at(-1);
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    messages,
    text,
    reasoning,
    end: { event: last?.event ?? '', data: JSON.parse(last?.data ?? '{}') as Record<string, unknown> },
    runId,
  };
}
