/**
 * One event of Open WebUI's socket, reduced to what it says about the answer. Whatever is not named here is dropped:
 * `chat:outlet` above all, which carries the system prompt and what was found for the question.
 */
import { isRecord, readErrorBody } from '../error-body.ts';
import { type AnswerUsage, readUsage } from '../usage.ts';
import type { AnswerItem } from './answer-items.ts';
import { readDetails } from './read-details.ts';

export type AgentFact =
  /** All items so far (a snapshot). */
  | { kind: 'items'; items: AnswerItem[] }
  | { kind: 'item'; index: number; item: AnswerItem; isNew: boolean }
  | { kind: 'text' | 'reasoning'; index: number; id: string; delta: string }
  | { kind: 'arguments'; index: number; delta: string }
  | { kind: 'finish'; reason: string }
  | { kind: 'model'; model: string }
  | { kind: 'usage'; usage: AnswerUsage }
  | { kind: 'sources'; list: unknown }
  | { kind: 'status'; status: AgentStatus }
  | { kind: 'files'; list: unknown[] }
  | { kind: 'error'; message: string; type?: string | undefined }
  | { kind: 'done' }
  | { kind: 'cancelled' }
  /** No run of this chat is left. */
  | { kind: 'inactive' };

/** What Open WebUI, a tool or a filter says is going on. */
export interface AgentStatus {
  /** Open WebUI's own word for what it does; absent where a tool or filter speaks. */
  action?: string;
  description: string;
  done: boolean;
  failed: boolean;
}

/** @param data the member `data` of an event */
export function readAgentEvent(data: unknown): AgentFact[] {
  if (!isRecord(data)) return [];
  const inner = isRecord(data.data) ? data.data : {};
  switch (data.type) {
    case 'chat:completion':
    case 'response:completion':
      return readCompletion(inner);
    case 'source':
    case 'citation':
      // Code that ran in a browser is told in the same shape; it is no source.
      return inner.type === 'code_execution' ? [] : [{ kind: 'sources', list: [inner] }];
    case 'status':
      return readStatus(inner);
    case 'files':
    case 'chat:message:files':
      return Array.isArray(inner.files) ? [{ kind: 'files', list: inner.files }] : [];
    case 'chat:message:error':
      return [readError(isRecord(inner.error) ? (inner.error.content ?? inner.error) : inner.error)];
    case 'chat:tasks:cancel':
      return [...readItems(inner), { kind: 'cancelled' }];
    case 'chat:active':
      return inner.active === false ? [{ kind: 'inactive' }] : [];
    default:
      return [];
  }
}

function readCompletion(data: Record<string, unknown>): AgentFact[] {
  const facts: AgentFact[] = [];
  if (typeof data.type === 'string' && data.type.startsWith('response.')) facts.push(...readResponsePart(data));
  facts.push(...readItems(data));
  if (Array.isArray(data.sources)) facts.push({ kind: 'sources', list: data.sources });
  const choice = Array.isArray(data.choices) ? data.choices[0] : undefined;
  if (isRecord(choice) && typeof choice.finish_reason === 'string') {
    facts.push({ kind: 'finish', reason: choice.finish_reason });
  }
  if (typeof data.model === 'string') facts.push({ kind: 'model', model: data.model });
  const usage = readUsage(data, 'open-webui');
  if (usage) facts.push({ kind: 'usage', usage });
  if (data.error !== undefined && data.error !== null && data.error !== false) facts.push(readError(data.error));
  if (data.done === true) facts.push({ kind: 'done' });
  return facts;
}

function readItems(data: Record<string, unknown>): AgentFact[] {
  if (Array.isArray(data.output)) return [{ kind: 'items', items: data.output.map(readItem) }];
  // Up to 0.9 the whole answer comes as one text, with what is not text between tags.
  return typeof data.content === 'string' ? [{ kind: 'items', items: readDetails(data.content) }] : [];
}

/** The events of a Responses API, of which Open WebUI 0.11 and later make use. */
function readResponsePart(data: Record<string, unknown>): AgentFact[] {
  const index = data.output_index;
  if (typeof index !== 'number' || !Number.isInteger(index) || index < 0) return [];
  const id = typeof data.item_id === 'string' ? data.item_id : '';
  const delta = typeof data.delta === 'string' ? data.delta : '';
  switch (data.type) {
    case 'response.output_item.added':
      return [{ kind: 'item', index, item: readItem(data.item), isNew: true }];
    case 'response.output_item.done':
      return [{ kind: 'item', index, item: readItem(data.item), isNew: false }];
    case 'response.output_text.delta':
      return [{ kind: 'text', index, id, delta }];
    case 'response.reasoning_text.delta':
    case 'response.reasoning_summary_text.delta':
      return [{ kind: 'reasoning', index, id, delta }];
    case 'response.function_call_arguments.delta':
      return [{ kind: 'arguments', index, delta }];
    default:
      return [];
  }
}

export function readItem(value: unknown): AnswerItem {
  if (!isRecord(value)) return { type: 'other', id: '' };
  const id = textIn(value.id);
  switch (value.type) {
    case 'message':
      return value.role === undefined || value.role === 'assistant'
        ? { type: 'message', id, text: partsText(value.content) }
        : { type: 'other', id };
    case 'reasoning':
      return { type: 'reasoning', id, text: partsText(value.content) || partsText(value.summary) };
    case 'function_call':
      return {
        type: 'call',
        id,
        callId: textIn(value.call_id) || id,
        name: textIn(value.name),
        arguments: typeof value.arguments === 'string' ? value.arguments : JSON.stringify(value.arguments ?? {}),
        open: value.status === 'in_progress',
      };
    case 'function_call_output': {
      const text = partsText(value.output);
      return {
        type: 'result',
        id,
        callId: textIn(value.call_id),
        failed: value.status === 'failed' || SAYS_FAILED.test(text),
        text,
        files: Array.isArray(value.files) ? value.files : [],
      };
    }
    default:
      return { type: 'other', id };
  }
}

/** Up to 0.11 a tool that is not there, or was called with arguments nobody can read, counts as completed. */
const SAYS_FAILED = /^Error: (Tool "|Tool call arguments)/;

function readStatus(data: Record<string, unknown>): AgentFact[] {
  if (data.hidden === true) return [];
  const action = textIn(data.action);
  return [
    {
      kind: 'status',
      status: {
        ...(action && { action }),
        description: textIn(data.description),
        done: data.done !== false,
        failed: data.error === true || (typeof data.error === 'string' && data.error !== ''),
      },
    },
  ];
}

function readError(error: unknown): AgentFact {
  const read = readErrorBody({ error: error ?? 'no reason given' });
  return read.shape === 'error'
    ? { kind: 'error', message: read.text, type: read.kind }
    : { kind: 'error', message: 'no reason given' };
}

function partsText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part) => (isRecord(part) ? textIn(part.text) : '')).join('');
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
