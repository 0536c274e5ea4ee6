import type { Behaviour, Exchange, ProviderAnswer, WholeAnswer } from './provider-types.ts';

const COMPLETION_ID = 'chatcmpl-1';
const USAGE = { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 };

export interface Speech {
  /** What is said. Default: "You said: " and the question. */
  say?: (exchange: Exchange) => string;
  /** Milliseconds between two words. Default: the provider's pace. */
  tokenMs?: number;
  /** Frames between the opening and the first word. */
  before?: (exchange: Exchange) => AsyncIterable<string>;
  /** After that many words the answer takes a turn and does not go on. */
  after?: { words: number; turn: (exchange: Exchange) => AsyncIterable<string> };
  /** Applied to every frame on its way out. */
  frame?: (frame: string) => string;
}

/** A behaviour that says words one by one when streamed, and the whole text otherwise. */
export function speaking(speech: Speech = {}): Behaviour {
  return (exchange) =>
    exchange.request.stream
      ? { kind: 'stream', frames: streamed(exchange, speech) }
      : whole(exchange, said(exchange, speech));
}

/** One chunk of a streamed completion. */
export function chunk(exchange: Exchange, delta: object, finishReason: string | null = null): string {
  return sse({ ...chunkHead(exchange), choices: [{ index: 0, delta, finish_reason: finishReason }] });
}

export function sse(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

export function whole(exchange: Exchange, text: string): WholeAnswer {
  return jsonAnswer({
    id: COMPLETION_ID,
    object: 'chat.completion',
    created: 1,
    model: exchange.request.model,
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
    usage: USAGE,
  });
}

export function jsonAnswer(value: unknown, status = 200, headers: Record<string, string> = {}): WholeAnswer {
  return { kind: 'whole', status, contentType: 'application/json', headers, body: JSON.stringify(value) };
}

export function textAnswer(body: string, status: number, contentType: string): ProviderAnswer {
  return { kind: 'whole', status, contentType, headers: {}, body };
}

async function* streamed(exchange: Exchange, speech: Speech): AsyncGenerator<string> {
  const shape = speech.frame ?? ((frame: string) => frame);
  for await (const frame of spoken(exchange, speech)) yield shape(frame);
}

async function* spoken(exchange: Exchange, speech: Speech): AsyncGenerator<string> {
  yield chunk(exchange, { role: 'assistant', content: '' });
  if (speech.before) yield* speech.before(exchange);
  for (const [place, word] of words(said(exchange, speech)).entries()) {
    yield chunk(exchange, { content: word });
    await exchange.pause(speech.tokenMs ?? exchange.tokenMs);
    if (place + 1 === speech.after?.words) {
      yield* speech.after.turn(exchange);
      return;
    }
  }
  yield chunk(exchange, {}, 'stop');
  yield* usageFrames(exchange);
  yield 'data: [DONE]\n\n';
}

/** Words with the space that follows them, so that joined again they are the text. */
export function words(text: string): string[] {
  return text.match(/\S+\s*|^\s+/g) ?? [];
}

function said(exchange: Exchange, speech: Speech): string {
  return speech.say?.(exchange) ?? `You said: ${exchange.question}`;
}

/** What it cost, for whoever asks. */
export function* usageFrames(exchange: Exchange): Generator<string> {
  if (wantsUsage(exchange)) yield sse({ ...chunkHead(exchange), choices: [], usage: USAGE });
}

function wantsUsage(exchange: Exchange): boolean {
  const options = exchange.request.body.stream_options;
  return (
    typeof options === 'object' && options !== null && 'include_usage' in options && options.include_usage === true
  );
}

function chunkHead(exchange: Exchange) {
  return { id: COMPLETION_ID, object: 'chat.completion.chunk', created: 1, model: exchange.request.model };
}
