/** What one event of a stream means to a reader, in either dialect. */
import type { SseMessage } from '@guichet/contract/sse';
import type { Dialect } from '../contenders/contender.ts';

export type Meaning = { kind: 'text'; text: string } | { kind: 'end' } | { kind: 'nothing' } | { kind: 'error' };

const NOTHING: Meaning = { kind: 'nothing' };
const END: Meaning = { kind: 'end' };

export function readMessage(dialect: Dialect, message: SseMessage): Meaning {
  return dialect === 'guichet' ? readEvent(message) : readChunk(message.data);
}

function readEvent({ event, data }: SseMessage): Meaning {
  if (event === 'delta') return { kind: 'text', text: (JSON.parse(data) as { text: string }).text };
  if (event === 'done') return (JSON.parse(data) as { reason: string }).reason === 'complete' ? END : { kind: 'error' };
  return event === 'run' ? NOTHING : { kind: 'error' };
}

function readChunk(data: string): Meaning {
  if (data === '[DONE]') return END;
  const { choices } = JSON.parse(data) as { choices?: { delta: { content?: string } }[] };
  if (!choices) return { kind: 'error' };
  const text = choices[0]?.delta.content;
  return text ? { kind: 'text', text } : NOTHING;
}
