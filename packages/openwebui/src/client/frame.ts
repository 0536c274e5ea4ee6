/** One data frame of a streamed answer, told apart by what it holds. Whatever a frame lacks is taken as absent. */
import { isRecord, readErrorBody } from './error-body.ts';

export interface DeltaFrame {
  kind: 'delta';
  text: string;
  reasoning: string;
  finish: string | undefined;
  model: string | undefined;
}

export type Frame =
  | DeltaFrame
  | { kind: 'sources'; list: unknown }
  | { kind: 'error'; message: string; type?: string | undefined }
  | { kind: 'end' }
  /** Usage, status events of pipes, `{}` in place of an over-long line: nothing a visitor sees. */
  | { kind: 'other' }
  | { kind: 'unreadable' };

export function readFrame(data: string): Frame {
  if (data === '[DONE]' || data.trim() === '[DONE]') return { kind: 'end' };
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return data.trim() === '' ? { kind: 'other' } : { kind: 'unreadable' };
  }
  return isRecord(value) ? readObject(value) : { kind: 'other' };
}

function readObject(value: Record<string, unknown>): Frame {
  const error = readErrorBody(value);
  if (error.shape === 'error') return { kind: 'error', message: error.text, type: error.kind };
  if (Array.isArray(value.choices)) return readChoice(value.choices[0], value.model);
  if (Array.isArray(value.sources)) return { kind: 'sources', list: value.sources };
  if (isRecord(value.event)) return readPipeEvent(value.event);
  if (error.shape === 'detail') return { kind: 'error', message: error.text };
  return { kind: 'other' };
}

function readChoice(choice: unknown, model: unknown): Frame {
  if (!isRecord(choice)) return { kind: 'other' };
  const delta = isRecord(choice.delta) ? choice.delta : isRecord(choice.message) ? choice.message : {};
  const finish = typeof choice.finish_reason === 'string' && choice.finish_reason ? choice.finish_reason : undefined;
  if (finish === 'error') return { kind: 'error', message: 'finish_reason: error' };
  const content = delta.content;
  return {
    kind: 'delta',
    text: typeof content === 'string' ? content : partsText(content, 'text'),
    reasoning: readReasoning(delta, content),
    finish,
    model: typeof model === 'string' ? model : undefined,
  };
}

/** Providers name it differently, and some send the same text under two names: the first that is there counts. */
function readReasoning(delta: Record<string, unknown>, content: unknown): string {
  for (const value of [delta.reasoning_content, delta.reasoning, delta.thinking]) {
    if (typeof value === 'string' && value !== '') return value;
  }
  return typeof content === 'string' ? '' : partsText(content, 'thinking');
}

/** Content as a list of parts, as some providers stream it: `[{type: 'text', text}, {type: 'thinking', thinking: […]}]`. */
function partsText(content: unknown, type: 'text' | 'thinking'): string {
  if (!Array.isArray(content)) return '';
  return content
    .filter((part) => isRecord(part) && part.type === type)
    .map((part: Record<string, unknown>) => {
      const inner = part[type];
      return typeof inner === 'string' ? inner : partsText(inner, 'text');
    })
    .join('');
}

/** Pipes may send the events of Open WebUI's own interface: `source` and `citation` carry one source each. */
function readPipeEvent(event: Record<string, unknown>): Frame {
  if (event.type === 'source' || event.type === 'citation') return { kind: 'sources', list: [event.data] };
  return { kind: 'other' };
}
