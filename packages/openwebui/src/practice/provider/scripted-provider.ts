import { isObject, type JsonObject, objects } from '../http/read-body.ts';
import { behaviourOf, LISTED_MODELS } from './behaviours.ts';
import { pause } from './pause.ts';
import {
  type Behaviour,
  type ProviderAnswer,
  type ProviderOptions,
  type ProviderRequest,
  ProviderUnreachable,
  type StreamedAnswer,
} from './provider-types.ts';
import { shortTone } from './short-tone.ts';
import { jsonAnswer } from './speak.ts';

/** What the provider saw of one call. */
export interface ProviderCall {
  kind: 'completion' | 'embeddings' | 'picture' | 'transcription' | 'speech';
  /** As sent, for completions and speech; of a transcription, the fields beside the sound. */
  body: JsonObject;
  startedAtMs: number;
  /** The answer was not wanted to its end: Open WebUI closed the connection. */
  cutOff: boolean;
  cutOffAtMs?: number;
  finished: boolean;
}

const DEFAULT_TOKEN_MS = 20;
const HEARD = 'When do you open?';
const POINT_PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** An OpenAI-compatible provider that lives in the same process. The model id picks what it does. */
export class ScriptedProvider {
  /** May be changed while the server runs. */
  readonly options: Required<ProviderOptions>;
  /** Every call since the start, oldest first. */
  readonly calls: ProviderCall[] = [];
  readonly #own = new Map<string, Behaviour>();

  constructor(options: ProviderOptions = {}) {
    this.options = {
      models: options.models ?? LISTED_MODELS,
      tokenMs: options.tokenMs ?? DEFAULT_TOKEN_MS,
      reachable: options.reachable ?? true,
      refusesKey: options.refusesKey ?? false,
      picture: options.picture ?? POINT_PNG,
      heard: options.heard ?? HEARD,
    };
  }

  /** Gives a model id a behaviour of one's own. The id is listed from now on. */
  script(model: string, behaviour: Behaviour): void {
    this.#own.set(model, behaviour);
    if (!this.options.models.includes(model)) this.options.models = [...this.options.models, model];
  }

  knows(model: string): boolean {
    return this.options.models.includes(model) || this.#behaviour(model) !== undefined;
  }

  /** The models it lists; undefined when it cannot be asked. */
  listModels(): string[] | undefined {
    return this.options.reachable && !this.options.refusesKey ? this.options.models : undefined;
  }

  embed(): void {
    this.calls.push({ kind: 'embeddings', body: {}, startedAtMs: Date.now(), cutOff: false, finished: true });
  }

  /** One picture of a point, as `/images/generations` gives it. */
  paint(): object {
    this.calls.push({ kind: 'picture', body: {}, startedAtMs: Date.now(), cutOff: false, finished: true });
    return { created: 1, data: [{ b64_json: this.options.picture }] };
  }

  /** What is said in a recording, as `/audio/transcriptions` gives it. */
  hear(fields: JsonObject): string {
    this.calls.push({ kind: 'transcription', body: fields, startedAtMs: Date.now(), cutOff: false, finished: true });
    return this.options.heard;
  }

  /** A sound, as `/audio/speech` gives it. */
  say(body: JsonObject): Buffer {
    this.calls.push({ kind: 'speech', body, startedAtMs: Date.now(), cutOff: false, finished: true });
    return shortTone();
  }

  async complete(body: JsonObject, gone: AbortSignal): Promise<ProviderAnswer> {
    if (!this.options.reachable) throw new ProviderUnreachable();
    const call: ProviderCall = { kind: 'completion', body, startedAtMs: Date.now(), cutOff: false, finished: false };
    this.calls.push(call);
    if (this.options.refusesKey) return finished(call, refusedKey());
    const request = readRequest(body);
    const behaviour = this.#behaviour(request.model) ?? behaviourOf('echo');
    if (!behaviour) throw new ProviderUnreachable();
    try {
      const answer = await behaviour({
        request,
        question: lastMessageText(request.messages),
        tokenMs: this.options.tokenMs,
        gone,
        pause: (ms) => pause(ms, gone),
      });
      return answer.kind === 'whole' ? finished(call, answer) : watched(call, answer);
    } catch (error) {
      markCutOff(call);
      throw error;
    }
  }

  #behaviour(model: string): Behaviour | undefined {
    return this.#own.get(model) ?? behaviourOf(model);
  }
}

function watched(call: ProviderCall, answer: StreamedAnswer): StreamedAnswer {
  async function* frames(): AsyncGenerator<string> {
    try {
      yield* answer.frames;
      call.finished = true;
    } finally {
      if (!call.finished) markCutOff(call);
    }
  }
  return { kind: 'stream', frames: frames() };
}

function finished(call: ProviderCall, answer: ProviderAnswer): ProviderAnswer {
  call.finished = true;
  return answer;
}

function markCutOff(call: ProviderCall): void {
  call.cutOff = true;
  call.cutOffAtMs = Date.now();
}

function refusedKey(): ProviderAnswer {
  const error = {
    message: 'Incorrect API key provided: sk-prov.',
    type: 'invalid_request_error',
    code: 'invalid_api_key',
  };
  return jsonAnswer({ error }, 401);
}

function readRequest(body: JsonObject): ProviderRequest {
  return { model: String(body.model), stream: body.stream === true, messages: body.messages, body };
}

/** Text as it is, pictures by their type and size; anything else as JSON, so that an echo shows what came. */
function lastMessageText(messages: unknown): string {
  const content = objects(messages).at(-1)?.content;
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return String(JSON.stringify(content));
  return objects(content).map(shownPart).join(' ');
}

function shownPart(part: JsonObject): string {
  if (part.type === 'text') return String(part.text);
  const url = isObject(part.image_url) ? String(part.image_url.url) : '';
  const [, type, base64 = ''] = /^data:([^;,]+);base64,(.*)$/s.exec(url) ?? [];
  return type === undefined ? JSON.stringify(part) : `[${type}, ${Buffer.from(base64, 'base64').length} bytes]`;
}
