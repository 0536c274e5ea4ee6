/** `docs/reference/events.md`: the data's shape from the contract, one sentence for each event from here. */
import { ChatEventDataSchema, type ChatEventType, type DoneReason } from '@guichet/contract/chat-event';
import { HEARTBEAT_MS, SILENT_CONNECTION_MS } from '@guichet/contract/limits';
import { ProblemSchema } from '@guichet/contract/problem';
import { z } from 'zod';
import { code, page, table } from './markdown.ts';

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
  const rows = Object.entries(MEANINGS).map(([event, meaning]) => {
    return [code(event), code(shapeOf(ChatEventDataSchema.shape[event as ChatEventType])), meaning];
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

/** The data's type as one would write it, from its schema; what has a name is called by it. */
function shapeOf(schema: z.ZodType): string {
  const name = schema.meta()?.id;
  if (name !== undefined) return name;
  if (schema instanceof z.ZodOptional) return shapeOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return `${shapeOf(schema.element as z.ZodType)}[]`;
  if (!(schema instanceof z.ZodObject)) return schema.type;
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
  const isProblem = Object.keys(ProblemSchema.shape).every((field) => field in schema.shape);
  const own = isProblem ? fields.filter(([field]) => !(field in ProblemSchema.shape)) : fields;
  const written = own.map(([field, its]) => `${field}${its instanceof z.ZodOptional ? '?' : ''}: ${shapeOf(its)}`);
  return `${isProblem ? 'Problem & ' : ''}{ ${written.join('; ')} }`;
}
