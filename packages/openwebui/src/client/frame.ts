/** One data frame of a streamed answer, told apart by what it holds. Whatever a frame lacks is taken as absent. */
import { isRecord, readErrorBody } from './error-body.ts';
import { type FinishSaid, finishIn } from './finish-reason.ts';
import { parseJson } from './parse-json.ts';
import { isErrorName, readStreamError, type StreamError } from './stream-error.ts';

export interface DeltaFrame {
  kind: 'delta';
  text: string;
  reasoning: string;
  finish: FinishSaid | undefined;
  /** The model calls a tool. */
  callsTool: boolean;
  model: string | undefined;
  /** All of it, for whoever wants to know what was not read. */
  whole: Record<string, unknown>;
}

export type Frame =
  | DeltaFrame
  | { kind: 'sources'; list: unknown }
  | ({ kind: 'error' } & StreamError)
  | { kind: 'end' }
  /** Usage, status events of pipes, `{}` in place of an over-long line: nothing a visitor sees. */
  | {
      kind: 'other';
      whole?: Record<string, unknown>;
      /** A sentence that says nothing of what it is about: an error's, as likely as not. */
      said?: string;
    }
  | { kind: 'unreadable' };

/** @param event the `event` field, with which some servers say that the data is an error's */
export function readFrame(data: string, event = ''): Frame {
  if (data === '[DONE]') return { kind: 'end' };
  const value = parseJson(data);
  if (value === undefined) return readText(data.trim(), event);
  if (event !== '' && isErrorName(event)) return { kind: 'error', ...namedError(value, event) };
  return readValue(value);
}

/** A frame that is JSON, or an answer that came whole. */
export function readValue(value: unknown): Frame {
  const error = readStreamError(value);
  if (error) return { kind: 'error', ...error };
  if (value === '[DONE]') return { kind: 'end' };
  if (isRecord(value)) return readObject(value);
  const only = Array.isArray(value) ? value[0] : value;
  return typeof only === 'string' && /\S/.test(only) ? { kind: 'other', said: only } : { kind: 'other' };
}

/**
 * A line that is no field of an event stream: the bare JSON of a pipe or gateway that forgot `data:` or wrote it in
 * another spelling, or a field called `error` (text-generation servers). @returns undefined when it is none of these
 */
export function readOtherLine(line: string): Frame | undefined {
  const start = line.trimStart();
  const named = /^(error|data)\s*:\s*/i.exec(start);
  if (named) return readFrame(start.slice(named[0].length), named[1]?.toLowerCase() === 'error' ? 'error' : '');
  if (!start.startsWith('{') && !start.startsWith('[')) return undefined;
  const frame = readFrame(start);
  return frame.kind === 'unreadable' ? undefined : frame;
}

function readText(data: string, event: string): Frame {
  if (/^\[done\]$/i.test(data)) return { kind: 'end' };
  if (isErrorName(event) || /^(\[(error|exception|failed)\]|(error|exception|fatal)\s{0,3}:)/i.test(data)) {
    return { kind: 'error', ...namedError(data, event) };
  }
  return data === '' ? { kind: 'other' } : { kind: 'unreadable' };
}

/** It is said to be an error: whatever is in it are its words. */
function namedError(value: unknown, event: string): StreamError {
  const found = readStreamError(value) ?? readStreamError({ error: value ?? 'an error without a word' });
  const said = found?.message ? found : { message: 'an error without a word' };
  // "internalServerException" says more than that it is one.
  return said.type || /^error$|^$/i.test(event) ? said : { ...said, type: event };
}

function readObject(value: Record<string, unknown>): Frame {
  if (Array.isArray(value.choices)) return readChoice(value.choices[0], value);
  if (Array.isArray(value.sources)) return { kind: 'sources', list: value.sources };
  if (isRecord(value.event)) return readPipeEvent(value.event, value);
  const error = readErrorBody(value);
  if (error.shape === 'detail' || error.shape === 'invalid-request') return { kind: 'error', message: error.text };
  const { delta, response } = value;
  const details = isRecord(response) ? response.incomplete_details : value.incomplete_details;
  const ends = [value, delta, isRecord(details) ? { stop_reason: details.reason } : undefined];
  const finish = finishIn(ends.filter(isRecord));
  if (finish) {
    return { kind: 'delta', text: '', reasoning: '', callsTool: false, finish, model: undefined, whole: value };
  }
  const said = bareSentence(value);
  return { kind: 'other', whole: value, ...(said !== undefined && { said }) };
}

/** `{"message": "…"}` of gateways, without a word of what it is, and without one that all is well. */
function bareSentence({ message, type, event, object, status, success, code }: Record<string, unknown>) {
  const isNamed = [type, event, object, status].some((name) => typeof name === 'string');
  const isFine = success === true || code !== undefined;
  return typeof message === 'string' && !isNamed && !isFine && /\S/.test(message) ? message : undefined;
}

function readChoice(choice: unknown, whole: Record<string, unknown>): Frame {
  if (!isRecord(choice)) return { kind: 'other', whole };
  const delta = isRecord(choice.delta) ? choice.delta : isRecord(choice.message) ? choice.message : {};
  return {
    kind: 'delta',
    text: readWords(delta, choice),
    reasoning: readReasoning(delta),
    callsTool: holdsCalls(delta.tool_calls) || isRecord(delta.function_call),
    finish: finishIn([choice, delta, whole]),
    model: typeof whole.model === 'string' ? whole.model : undefined,
    whole,
  };
}

function holdsCalls(calls: unknown): boolean {
  return Array.isArray(calls) && calls.length > 0;
}

/**
 * The same words under several names are said once: the content, a refusal to answer (with `content: null`), what a spoken
 * answer says, the text of an old completion.
 */
function readWords(delta: Record<string, unknown>, choice: Record<string, unknown>): string {
  const { content } = delta;
  const said = typeof content === 'string' ? content : partsText(content, WORDS);
  if (said !== '') return said;
  const audio = isRecord(delta.audio) ? delta.audio.transcript : undefined;
  for (const value of [delta.refusal, audio, choice.text]) {
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}

/** Providers name it differently, and some send the same text under two names: the first that is there counts. */
function readReasoning(delta: Record<string, unknown>): string {
  for (const value of [delta.reasoning_content, delta.reasoning, delta.thinking]) {
    if (typeof value === 'string' && value !== '') return value;
  }
  return typeof delta.content === 'string' ? '' : partsText(delta.content, ['thinking', 'reasoning']);
}

const WORDS = ['text', 'output_text', 'refusal'];

/** Parts in parts in parts: providers go down two steps. */
const DEEPEST_PART = 4;

/**
 * Content as a list of parts, as some providers stream it: `[{type: 'text', text}, {type: 'thinking', thinking: […]}]`.
 * A part's words stand under its type's name, under `text` or in that under `value`; without a type it is text, and so is
 * a part that is nothing but words. One part may stand there without its list.
 */
function partsText(content: unknown, types: readonly string[], depth = 1): string {
  if (isRecord(content)) return partsText([content], types, depth);
  if (!Array.isArray(content) || depth > DEEPEST_PART) return '';
  let text = '';
  for (const part of content) {
    if (typeof part === 'string' && types.includes('text')) text += part;
    if (!isRecord(part)) continue;
    const type = typeof part.type === 'string' ? part.type : 'text';
    if (!types.includes(type)) continue;
    const inner = part[type] ?? part.text ?? part.value;
    text += typeof inner === 'string' ? inner : partsText(inner, ['text'], depth + 1);
  }
  return text;
}

/** Pipes may send the events of Open WebUI's own interface: `source` and `citation` carry one source each. */
function readPipeEvent(event: Record<string, unknown>, whole: Record<string, unknown>): Frame {
  if (event.type === 'source' || event.type === 'citation') return { kind: 'sources', list: [event.data] };
  return { kind: 'other', whole };
}
