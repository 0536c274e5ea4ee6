/** One data frame of a streamed answer, told apart by what it holds. Whatever a frame lacks is taken as absent. */
import { isRecord, readErrorBody } from './error-body.ts';
import { type FinishMeaning, finishWord, meaningOfFinish } from './finish-reason.ts';
import { parseJson } from './parse-json.ts';
import { readStreamError, type StreamError } from './stream-error.ts';

export interface DeltaFrame {
  kind: 'delta';
  text: string;
  reasoning: string;
  finish: { meaning: FinishMeaning; word: string } | undefined;
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
  | { kind: 'other'; whole?: Record<string, unknown> }
  | { kind: 'unreadable' };

/** @param event the `event` field, with which some servers say that the data is an error's */
export function readFrame(data: string, event = ''): Frame {
  if (data === '[DONE]') return { kind: 'end' };
  const value = parseJson(data);
  if (value === undefined) return readText(data.trim(), event);
  if (event !== '' && isErrorName(event)) return { kind: 'error', ...namedError(value) };
  return readValue(value);
}

/** A frame that is JSON, or an answer that came whole. */
export function readValue(value: unknown): Frame {
  const error = readStreamError(value);
  if (error) return { kind: 'error', ...error };
  if (value === '[DONE]') return { kind: 'end' };
  return isRecord(value) ? readObject(value) : { kind: 'other' };
}

/**
 * A line that is no field of an event stream: the bare JSON of a pipe or gateway that forgot `data:`, or a field called
 * `error` (text-generation servers). @returns undefined when it is neither
 */
export function readOtherLine(line: string): Frame | undefined {
  const start = line.trimStart();
  const named = /^error\s*:\s*/i.exec(start);
  if (named) return readFrame(start.slice(named[0].length), 'error');
  if (!start.startsWith('{')) return undefined;
  const frame = readFrame(start);
  return frame.kind === 'unreadable' ? undefined : frame;
}

function readText(data: string, event: string): Frame {
  if (/^\[done\]$/i.test(data)) return { kind: 'end' };
  if (isErrorName(event)) return { kind: 'error', ...namedError(data) };
  return data === '' ? { kind: 'other' } : { kind: 'unreadable' };
}

function isErrorName(event: string): boolean {
  return /^(error|exception|fatal)$/i.test(event);
}

/** It is said to be an error: whatever is in it are its words. */
function namedError(value: unknown): StreamError {
  const found = readStreamError(value) ?? readStreamError({ error: value ?? 'an error without a word' });
  return found?.message ? found : { message: 'an error without a word' };
}

function readObject(value: Record<string, unknown>): Frame {
  if (Array.isArray(value.choices)) return readChoice(value.choices[0], value);
  if (Array.isArray(value.sources)) return { kind: 'sources', list: value.sources };
  if (isRecord(value.event)) return readPipeEvent(value.event, value);
  const error = readErrorBody(value);
  if (error.shape === 'detail' || error.shape === 'invalid-request') return { kind: 'error', message: error.text };
  return { kind: 'other', whole: value };
}

function readChoice(choice: unknown, whole: Record<string, unknown>): Frame {
  if (!isRecord(choice)) return { kind: 'other' };
  const delta = isRecord(choice.delta) ? choice.delta : isRecord(choice.message) ? choice.message : {};
  const meaning = meaningOfFinish(choice.finish_reason);
  return {
    kind: 'delta',
    text: readWords(delta, choice),
    reasoning: readReasoning(delta),
    callsTool: holdsCalls(delta.tool_calls) || isRecord(delta.function_call),
    finish: meaning && { meaning, word: finishWord(choice.finish_reason) },
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
  const said = typeof content === 'string' ? content : partsText(content, ['text', 'output_text', 'refusal']);
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
  return typeof delta.content === 'string' ? '' : partsText(delta.content, ['thinking']);
}

/** Parts in parts in parts: providers go down two steps. */
const DEEPEST_PART = 4;

/**
 * Content as a list of parts, as some providers stream it: `[{type: 'text', text}, {type: 'thinking', thinking: […]}]`.
 * A part's words stand under its type's name or under `text`.
 */
function partsText(content: unknown, types: readonly string[], depth = 1): string {
  if (!Array.isArray(content) || depth > DEEPEST_PART) return '';
  let text = '';
  for (const part of content) {
    if (!isRecord(part) || typeof part.type !== 'string' || !types.includes(part.type)) continue;
    const inner = part[part.type] ?? part.text;
    text += typeof inner === 'string' ? inner : partsText(inner, ['text'], depth + 1);
  }
  return text;
}

/** Pipes may send the events of Open WebUI's own interface: `source` and `citation` carry one source each. */
function readPipeEvent(event: Record<string, unknown>, whole: Record<string, unknown>): Frame {
  if (event.type === 'source' || event.type === 'citation') return { kind: 'sources', list: [event.data] };
  return { kind: 'other', whole };
}
