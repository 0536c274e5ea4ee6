/** `docs/reference/events.md`: the data's shape from the contract, one sentence for each event from here. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ChatEventType, DoneReason } from '@guichet/contract/chat-event';
import { HEARTBEAT_MS, SILENT_CONNECTION_MS } from '@guichet/contract/limits';
import { code, page, table } from './markdown.ts';

const CONTRACT = path.resolve(import.meta.dirname, '../../packages/contract/src/chat-event.ts');

/** A new event does not compile without its sentence. */
const MEANINGS: Record<ChatEventType, string> = {
  run: 'First event of a run: which run, conversation and messages this is.',
  delta: 'A piece of the answer’s text, to be added at its end.',
  reasoning: 'A piece of what the model thought before it answered.',
  sources: 'What the answer stands on: all sources so far. A later event of this kind replaces an earlier one.',
  status:
    'Something runs before or between the words, or has ended: told again under the same `id`. `label` is in the visitor’s language.',
  attachment: 'A picture that the answer brought along, fetched from its `url` with the visitor’s token.',
  snapshot:
    'Replaces everything before it, up to and with the event numbered `upTo`. Sent to a reader who comes back later than the log reaches, and to all when text that was shown turns out to have been the model’s thoughts.',
  done: 'The run has ended with an answer.',
  error: 'The run has ended without one. The data is a problem document ([errors](errors.md)).',
};

const REASONS: Record<DoneReason, string> = {
  complete: 'the answer is whole',
  stopped: 'the visitor stopped it; what there was is kept',
  length: 'the model reached its own limit of length',
  interrupted: 'the connection, the server or the model’s provider ended it first; what there was is kept',
};

const LEAD = `An answer comes as server-sent events: from \`POST /v1/conversations/{id}/messages\`, and again from \`GET /v1/runs/{run}/events\`.

- Each event has an id, \`<epoch>-<seq>\`. \`seq\` counts from 1 without gaps within an epoch; a higher epoch begins the answer anew, and what was shown of a lower one is dropped.
- Text shown = the \`text\` of all \`delta\` events of the highest epoch, each once, in order; a \`snapshot\` replaces all before it.
- Exactly one \`done\` or \`error\` ends a run.
- To read on after a lost connection, send the last id as \`Last-Event-ID\`. Status 204 means that nothing is left.
- A comment line \`: ping\` comes at least every ${HEARTBEAT_MS / 1000} s; a reader that hears nothing for ${SILENT_CONNECTION_MS / 1000} s takes the connection for dead and comes back.
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
    '`AnswerSource` is `{ id: string; title: string; url?: string; snippet?: string }`. `snippet`, a short excerpt of the document, comes only where the site’s owner switched it on (`GUICHET_SOURCE_EXCERPTS=on`).',
    `## Reasons of \`done\`\n\n${table(['reason', 'meaning'], reasons)}`,
  );
}

/** Event → type of its data, as written in `ChatEventData`. */
function dataShapes(source: string): Map<string, string> {
  const body = /interface ChatEventData \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
  return new Map([...body.matchAll(/^ {2}(\w+): (.+);$/gm)].map(([, event = '', shape = '']) => [event, shape]));
}
