/** `docs/reference/events.md`: the data's shape from the contract, one sentence for each event from here. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ChatEventType, DoneReason } from '@guichet/contract/chat-event';
import { HEARTBEAT_MS, SILENT_CONNECTION_MS } from '@guichet/contract/limits';
import { code, page, table } from './markdown.ts';

const CONTRACT = path.resolve(import.meta.dirname, '../../packages/contract/src/chat-event.ts');

/** A new event does not compile without its sentence. */
const MEANINGS: Record<ChatEventType, string> = {
  run: 'The first event of a run. It identifies the run, the conversation and the messages.',
  delta: 'A piece of the answer’s text. Append it.',
  reasoning: 'A piece of the model’s reasoning before its answer.',
  sources: 'All sources of the answer so far. A later event of this kind replaces an earlier one.',
  status:
    'An activity before or during the answer, for example a search. When it ends, another event has the same `id`. `label` is in the visitor’s language.',
  attachment: 'A picture in the answer. Fetch it from its `url` with the visitor’s token.',
  snapshot:
    'Replaces everything before it, up to and including the event numbered `upTo`. Guichet sends it to a reader who reconnects after the log has moved on, and to all readers if text that was shown turns out to be the model’s reasoning.',
  done: 'The run ended with an answer.',
  error: 'The run ended without an answer. The data is a problem document ([errors](errors.md)).',
};

const REASONS: Record<DoneReason, string> = {
  complete: 'the answer is complete',
  stopped: 'the visitor stopped it; the text so far is kept',
  length: 'the model reached its own length limit',
  interrupted: 'the connection, the server or the model’s provider ended it first; the text so far is kept',
};

const LEAD = `An answer arrives as server-sent events, from \`POST /v1/conversations/{id}/messages\` and again from \`GET /v1/runs/{run}/events\`.

- Each event has an ID, \`<epoch>-<seq>\`. \`seq\` counts from 1 without gaps within an epoch. A higher epoch starts the answer again: drop what you showed from a lower one.
- The text to show is the \`text\` of all \`delta\` events of the highest epoch, each once, in order. A \`snapshot\` replaces everything before it.
- \`part\` names the part of the message that an event belongs to. Parts stand in the order in which they were first named: text before a tool call and text after it are two parts.
- Exactly one \`done\` or \`error\` ends a run.
- To continue after a lost connection, send the last ID as \`Last-Event-ID\`. Status 204 means that nothing is left.
- A comment line \`: ping\` arrives at least every ${HEARTBEAT_MS / 1000} s. A reader that receives nothing for ${SILENT_CONNECTION_MS / 1000} s treats the connection as lost and reconnects.
- Losing the connection never stops a run. \`POST /v1/runs/{run}/stop\` does.`;

export function eventsPage(): string {
  const shapes = dataShapes(readFileSync(CONTRACT, 'utf8'));
  const rows = Object.entries(MEANINGS).map(([event, meaning]) => {
    const shape = shapes.get(event);
    if (!shape) throw new Error(`The contract does not say what ${event} carries.`);
    return [code(event), code(shape), meaning];
  });
  const reasons = Object.entries(REASONS).map(([reason, meaning]) => [code(reason), meaning]);
  return page(
    'Events of a run',
    LEAD,
    table(['event', 'data', 'meaning'], rows),
    '`AnswerSource` is `{ id: string; title: string; url?: string; snippet?: string }`. `snippet` is a short excerpt of the document. It is present only if the site owner switched it on (`GUICHET_SOURCE_EXCERPTS=on`).',
    `## Reasons of \`done\`\n\n${table(['reason', 'meaning'], reasons)}`,
  );
}

/** Event → type of its data, as written in `ChatEventData`. */
function dataShapes(source: string): Map<string, string> {
  const body = /interface ChatEventData \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
  return new Map([...body.matchAll(/^ {2}(\w+): (.+);$/gm)].map(([, event = '', shape = '']) => [event, shape]));
}
