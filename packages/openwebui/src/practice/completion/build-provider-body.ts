import type { KnownModel } from '../content/models.ts';
import { type JsonObject, objects, text } from '../http/read-body.ts';
import type { Account } from '../identity/accounts.ts';
import type { World } from '../world.ts';
import { fillTemplates } from './template-variables.ts';

/** What Open WebUI reads itself and does not hand on. */
const OWN_FIELDS = [
  'chat_id',
  'id',
  'session_id',
  'parent_id',
  'message_ids',
  'user_message',
  'files',
  'params',
  'features',
  'tool_ids',
  'tool_servers',
  'filter_ids',
  'variables',
  'background_tasks',
  'model_item',
  'skill_ids',
];

/** The request as the provider gets it: preset resolved, templates filled, passages put around the question. */
export function buildProviderBody(
  body: JsonObject,
  model: KnownModel,
  passages: string[],
  account: Account,
  world: World,
): JsonObject {
  const own = new Set(OWN_FIELDS);
  const passedOn = Object.fromEntries(Object.entries(body).filter(([name]) => !own.has(name)));
  const messages = withPassages(withSystem(fillTemplates(body.messages, account, world), model), passages);
  return { ...passedOn, model: model.providerModel, messages };
}

/** A preset's own instructions stand before everything. */
export function withSystem(messages: JsonObject[], model: KnownModel): JsonObject[] {
  const system = text(model.row?.params.system);
  if (!system) return messages;
  const [first, ...rest] = messages;
  if (first?.role === 'system') return [{ ...first, content: `${system}\n${String(first.content)}` }, ...rest];
  return [{ role: 'system', content: system }, ...messages];
}

function withPassages(messages: JsonObject[], passages: string[]): JsonObject[] {
  const last = messages.at(-1);
  if (!last || passages.length === 0) return messages;
  const context = passages.map((passage, place) => `<source id="${place + 1}">${passage}</source>`);
  const before = [
    '### Task:',
    'Respond to the user query using the provided context, incorporating inline citations in the format [id].',
    `<context>\n${context.join('\n')}\n</context>`,
  ].join('\n');
  return [...messages.slice(0, -1), { ...last, content: withBefore(before, last.content) }];
}

/** In a message with pictures, the words are one part among others. */
function withBefore(before: string, content: unknown): unknown {
  if (!Array.isArray(content)) return `${before}\n${String(content)}`;
  return objects(content).map((part) =>
    part.type === 'text' ? { ...part, text: `${before}\n${String(part.text)}` } : part,
  );
}
