import { randomUUID } from 'node:crypto';
import { runAgent } from '../agent/run-agent.ts';
import type { KnownModel } from '../content/models.ts';
import type { Call } from '../http/call.ts';
import { isObject, type JsonObject, objectBody, objects, texts } from '../http/read-body.ts';
import { eventStream, json, plainText, type Reply } from '../http/reply.ts';
import type { Account } from '../identity/accounts.ts';
import { verifiedCaller } from '../identity/caller.ts';
import type { ToolMeans } from '../plugins/imitated-tools.ts';
import { askedTools, toolSpecs } from '../plugins/offered-tools.ts';
import type { Plugin } from '../plugins/plugins.ts';
import { filterQuestion } from '../plugins/run-filters.ts';
import { runOneRound, searchBeforeAnswer } from '../plugins/run-one-round.ts';
import { type ProviderAnswer, ProviderUnreachable } from '../provider/provider-types.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';
import { buildProviderBody } from './build-provider-body.ts';
import { callsNatively } from './calls-natively.ts';
import { type CompletionMode, completionMode } from './chat-ids.ts';
import { findSources, type Source } from './find-sources.ts';
import { noAnswerReply, wholeReply } from './provider-reply.ts';
import { relayStream } from './relay-stream.ts';
import { storeAnswer } from './store-answer.ts';

interface Question {
  body: JsonObject;
  model: KnownModel;
  account: Account;
}

/** POST /api/chat/completions, from credential to answer. */
export async function completeChat(call: Call, world: World): Promise<Reply> {
  const { account } = verifiedCaller(call, world);
  const body = objectBody(call.body);
  const model = world.models.findForChat(body.model, account, world);
  if (!model) throw new Refusal(400, refusalText.modelNotFound);
  if (!Array.isArray(body.messages) && !world.has('completionWithoutMessages')) return json(null);
  const mode = completionMode(body, account, world);
  const question = { body, model, account };
  if (mode.kind === 'temporary') return startAgent(question, mode, world);
  if (mode.kind === 'task') return startTask(question, mode, world);
  // An answer that is not streamed runs to its end even when the caller has gone.
  const streams = body.stream === true && mode.kind === 'plain';
  const gone = streams ? AbortSignal.any([call.gone, world.stopped]) : world.stopped;
  const asked = await ask(question, gone, world);
  if (mode.kind === 'plain' && losesAnswer(body, world)) return plainText('Internal Server Error', 500);
  if (mode.kind === 'stored') return storedReply(asked, question, mode, world);
  if (typeof asked === 'string') return noAnswerReply(asked, world);
  if (asked.answer.kind === 'whole') return wholeReply(asked.answer, asked.sources, world);
  return eventStream(relayStream(asked.answer.frames, asked.sources, gone, world, asked.filters));
}

type Asked = { answer: ProviderAnswer; sources: Source[]; filters: Plugin[] } | NoAnswer;
/**
 * Not provided: the provider is not asked, because it did not even list its models. Fallen over: it is not asked
 * either, because of an error in the server itself.
 */
type NoAnswer = 'unreachable' | 'not-provided' | 'fallen-over';

async function ask({ body, model, account }: Question, gone: AbortSignal, world: World): Promise<Asked> {
  const filters = world.plugins.filtersFor(model, body.filter_ids);
  const messages = filterQuestion(body.messages, filters, world);
  const filtered = filters.length > 0 ? { ...body, messages } : body;
  const { sources, passages, tools } = await beforeAnswer({ body: filtered, model, account }, world);
  if (fallsOverRow(model, world)) return 'fallen-over';
  if (world.has('providerErrorBecomes400') && !world.models.isProvided(world)) return 'not-provided';
  try {
    const answer = await world.provider.complete(
      { ...buildProviderBody(filtered, model, passages, account, world), ...tools },
      gone,
    );
    return { answer, sources, filters };
  } catch (error) {
    if (error instanceof ProviderUnreachable) return 'unreachable';
    throw error;
  }
}

/** Everything ran, the provider answered, and what falls over is the end of the connection to an MCP server. */
function losesAnswer({ tool_ids: ids }: JsonObject, world: World): boolean {
  const hasMcp = texts(ids).some((id) => id.startsWith('server:mcp:'));
  return hasMcp && world.has('mcpLosesAnswer') && !world.has('mcpKeepsAnswer');
}

function fallsOverRow({ row }: KnownModel, world: World): boolean {
  return row?.meta.capabilities === null && world.has('capabilitiesAreRead') && !world.has('capabilitiesMayBeNull');
}

/**
 * Documents, and in the older way of calling a search and one round of tools. In the newer way the tools are offered to
 * the model, and over HTTP its calls come back unexecuted.
 */
async function beforeAnswer({ body, model, account }: Question, world: World) {
  const found = await findSources(body, model, account, world);
  const own = askedTools(body.tool_ids, account, world);
  const features = isObject(body.features) ? body.features : {};
  const isLegacy = !callsNatively(model.row?.params, isObject(body.params) ? body.params : {}, world);
  if (!isLegacy) return { ...found, tools: own.length > 0 ? { tools: toolSpecs(own) } : {} };
  const searched = features.web_search === true ? await searchBeforeAnswer(model, world) : [];
  const ran = await runOneRound(own, objects(body.messages), model, NOBODY_READS, world);
  const more = [...searched, ...ran];
  return {
    sources: [...found.sources, ...more],
    passages: [...found.passages, ...more.flatMap((source) => source.document)],
    tools: {},
  };
}

/** Statuses of tools go to the sockets of the account with an empty chat id; nobody is asked. */
const NOBODY_READS: ToolMeans = {
  tell: () => undefined,
  ask: async () => ({ error: 'Client is not connected' }),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** The run goes on by itself. Without a session the request waits for its end and learns nothing. */
async function startAgent(
  { body, model, account }: Question,
  { chatId, messageId, sessionId }: Extract<CompletionMode, { kind: 'temporary' }>,
  world: World,
): Promise<Reply> {
  const address = { accountId: account.id, chatId, messageId };
  const running = runAgent({ body, model, account, address, sessionId: sessionId ?? '' }, world);
  if (sessionId === undefined) return running.then(() => json(null));
  return json({ status: true, task_ids: [randomUUID()], chat_id: chatId });
}

/** The turn goes into the chat. A streamed one, or before 0.12 a failed one, leaves nothing for the caller but `null`. */
async function storedReply(
  asked: Asked,
  { body }: Question,
  { chat, messageId }: Extract<CompletionMode, { kind: 'stored' }>,
  world: World,
): Promise<Reply> {
  if (typeof asked === 'string')
    return world.has('providerErrorPassesThrough') ? noAnswerReply(asked, world) : json(null);
  const { answer, sources } = asked;
  await storeAnswer(chat, messageId, answer, world);
  if (answer.kind === 'stream') return json(null);
  const isTold = answer.status >= 400 ? world.has('providerErrorPassesThrough') : body.stream !== true;
  return isTold ? wholeReply(answer, sources, world) : json(null);
}

function startTask(
  question: Question,
  { chat, messageId }: Extract<CompletionMode, { kind: 'task' }>,
  world: World,
): Reply {
  const taskId = randomUUID();
  if (messageId) {
    void ask(question, world.stopped, world)
      .then((asked) => (typeof asked === 'string' ? undefined : storeAnswer(chat, messageId, asked.answer, world)))
      .catch(() => undefined);
  }
  if (!world.has('taskIdsAreAList')) return json({ status: true, task_id: taskId });
  return json({ status: true, task_ids: messageId ? [taskId] : [], chat_id: chat.id });
}

/** Title, follow-ups and the like: a completion about a conversation. */
export async function completeTask(call: Call, world: World): Promise<Reply> {
  const { account } = verifiedCaller(call, world);
  const body = objectBody(call.body);
  const model = world.models.findForChat(body.model, account, world);
  if (!model) throw new Refusal(404, refusalText.modelNotFound);
  const history = objects(body.messages).map(
    (message) => `${String(message.role).toUpperCase()}: ${String(message.content)}`,
  );
  const prompt = `### Task:\nGenerate ${call.params.task} for this chat.\n### Chat History:\n${history.join('\n')}`;
  const asked = await ask(
    { body: { model: model.id, messages: [{ role: 'user', content: prompt }], stream: false }, model, account },
    world.stopped,
    world,
  );
  if (typeof asked === 'string') return noAnswerReply(asked, world);
  if (asked.answer.kind === 'whole') return wholeReply(asked.answer, [], world);
  return json(null);
}
