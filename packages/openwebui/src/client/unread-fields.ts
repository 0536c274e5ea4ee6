/**
 * Which fields of a frame hold something and are read by nobody. An answer that came in one of them is empty for us, and
 * its field's name is what the operator needs to know. Names alone: what is in them may be anybody's.
 */
import { isRecord } from './error-body.ts';
import { MAX_FIELD_NAME_CHARS, MAX_UNREAD_FIELDS } from './upstream-limits.ts';

const FRAME = new Set([
  ...[
    'id',
    'object',
    'created',
    'created_at',
    'model',
    'choices',
    'usage',
    'system_fingerprint',
    'service_tier',
    'type',
  ],
  ...['provider', 'sources', 'event', 'selected_model_id', 'stats', 'timings', 'x_groq', 'citations', 'search_results'],
  ...['prompt_filter_results', 'prompt_annotations', 'arena'],
]);
const CHOICE = new Set([
  ...[
    'index',
    'delta',
    'message',
    'finish_reason',
    'native_finish_reason',
    'stop_reason',
    'finish_details',
    'logprobs',
  ],
  ...['content_filter_results', 'content_filter_offsets', 'matched_stop'],
]);
const DELTA = new Set(['role', 'name', 'id', 'type', 'annotations', 'provider_specific_fields']);

/** @returns at most `MAX_UNREAD_FIELDS`, in the order of the frame */
export function unreadFields(value: Record<string, unknown>): string[] {
  const names = filled(value, FRAME, '');
  if (isRecord(value.event)) names.push(shown(`event ${typeof value.event.type === 'string' ? value.event.type : ''}`));
  const choice = Array.isArray(value.choices) ? value.choices[0] : undefined;
  if (isRecord(choice)) {
    names.push(...filled(choice, CHOICE, 'choice.'));
    if (isRecord(choice.delta)) names.push(...filled(choice.delta, DELTA, 'delta.'));
    if (isRecord(choice.message)) names.push(...filled(choice.message, DELTA, 'message.'));
  }
  return names.slice(0, MAX_UNREAD_FIELDS);
}

function filled(record: Record<string, unknown>, known: ReadonlySet<string>, prefix: string): string[] {
  const names: string[] = [];
  for (const name in record) {
    if (names.length === MAX_UNREAD_FIELDS) break;
    if (!known.has(name) && holdsSomething(record[name])) names.push(shown(prefix + name));
  }
  return names;
}

function holdsSomething(value: unknown): boolean {
  if (typeof value === 'string') return value !== '';
  if (Array.isArray(value)) return value.length > 0;
  return isRecord(value) && Object.keys(value).length > 0;
}

function shown(name: string): string {
  return name.slice(0, MAX_FIELD_NAME_CHARS).replace(/[^\w.: -]/g, '?');
}
