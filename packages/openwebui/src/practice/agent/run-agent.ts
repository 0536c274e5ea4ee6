/** The whole agent: rounds of model and tools, told to sockets. Nothing of it is stored. */
import { buildProviderBody } from '../completion/build-provider-body.ts';
import { findSources } from '../completion/find-sources.ts';
import type { KnownModel } from '../content/models.ts';
import { isObject, type JsonObject, objects } from '../http/read-body.ts';
import type { Account } from '../identity/accounts.ts';
import { ToolBroke, type ToolMeans } from '../plugins/imitated-tools.ts';
import { askedTools, builtinTools, type OfferedTool, toolSpecs } from '../plugins/offered-tools.ts';
import { filterQuestion, runOutlets, writtenFilter } from '../plugins/run-filters.ts';
import { runOneRound, searchBeforeAnswer } from '../plugins/run-one-round.ts';
import { pause } from '../provider/pause.ts';
import { ConnectionBroken, ProviderUnreachable, type WholeAnswer } from '../provider/provider-types.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';
import { readPieces } from './provider-stream.ts';
import { type CallItem, type RunAddress, RunTeller } from './run-teller.ts';

export interface AgentQuestion {
  body: JsonObject;
  model: KnownModel;
  account: Account;
  address: RunAddress;
  /** The socket that tools may ask back; of a made-up id none. */
  sessionId: string;
}

/** Open WebUI's own limit of rounds. */
const MAX_ROUNDS = 256;

const BROKEN =
  "Response payload is not completed: <TransferEncodingError: 400, message='Not enough data to satisfy transfer length header.'>";

/** Runs to its end, or until it is stopped. Never rejects. */
export async function runAgent(question: AgentQuestion, world: World): Promise<void> {
  const { chatId } = question.address;
  const run = world.agentRuns.begin(chatId);
  const gone = AbortSignal.any([run.stopped, world.stopped]);
  const teller = new RunTeller(world, question.address);
  teller.active(true);
  try {
    await answer(question, teller, gone, world);
  } catch (error) {
    if (run.stopped.aborted) teller.cancelled();
    else if (!world.stopped.aborted) teller.broken(failureText(error));
  } finally {
    const isLast = run.isLast();
    run.end();
    if (isLast) teller.active(false);
  }
}

async function answer(question: AgentQuestion, teller: RunTeller, gone: AbortSignal, world: World): Promise<void> {
  const { body, model, account } = question;
  const filters = world.plugins.filtersFor(model, body.filter_ids);
  const written = writtenFilter(filters);
  const asked = filterQuestion(body.messages, filters, world);
  const means = toolMeans(question, teller, gone, world);
  const isLegacy = callingOf(body, model) === 'legacy';
  const own = askedTools(body.tool_ids, account, world);
  const tools = isLegacy ? [] : [...own, ...builtinTools(body, model, account, world)];
  const { sources, passages } = await before({ isLegacy, own, asked, question, means, world });
  if (sources.length > 0) teller.tell('chat:completion', { sources });
  const prompt = buildProviderBody({ ...body, messages: asked }, model, passages, account, world);
  const history: JsonObject[] = [];

  for (let round = 0; round < MAX_ROUNDS; round++) {
    const offered = tools.length > 0 ? { tools: toolSpecs(tools) } : {};
    const messages = [...objects(prompt.messages), ...history];
    const reply = await world.provider.complete({ ...prompt, stream: true, messages, ...offered }, gone);
    if (reply.kind === 'whole') {
      if (round === 0) throw new ProviderRefused(messageIn(reply));
      // 0.10 says nothing of a later round that was refused: the run just ends.
      if (world.has('agentTellsDeltas')) teller.tell('chat:message:error', { error: { content: messageIn(reply) } });
      break;
    }
    const { said, calls } = await tellRound(reply.frames, teller, written);
    if (calls.length === 0) break;
    teller.callsComplete(calls);
    const results = await runTools(calls, tools, means, gone, world);
    teller.results(results);
    history.push({ role: 'assistant', content: said, tool_calls: calls.map(toolCall) });
    for (const { call, text } of results) history.push({ role: 'tool', tool_call_id: call.id, content: text });
  }
  teller.done();
  runOutlets(filters, world);
  teller.outlet(objects(prompt.messages));
}

interface BeforeAnswer {
  isLegacy: boolean;
  own: readonly OfferedTool[];
  asked: JsonObject[];
  question: AgentQuestion;
  means: ToolMeans;
  world: World;
}

/** What the older way does before the model is asked; the newer one leaves it to the model. */
async function before({ isLegacy, own, asked, question, means, world }: BeforeAnswer) {
  const { body, model, account } = question;
  const found = await findSources({ ...body, messages: asked }, model, account, world);
  if (!isLegacy) return found;
  const features = isObject(body.features) ? body.features : {};
  const searched = features.web_search === true ? await searchBeforeAnswer(model, world) : [];
  const sources = [...found.sources, ...searched, ...(await runOneRound(own, asked, model, means, world))];
  return { sources, passages: sources.flatMap((source) => source.document) };
}

async function tellRound(
  frames: AsyncIterable<string>,
  teller: RunTeller,
  written: ((text: string) => string) | undefined,
): Promise<{ said: string; calls: CallItem[] }> {
  const calls: CallItem[] = [];
  let said = '';
  let isFirst = true;
  let inTags = false;
  const tell = (text: string) => {
    said += text;
    const shown = written?.(text) ?? text;
    if (shown !== '') teller.text(shown);
  };
  for await (const piece of readPieces(frames)) {
    switch (piece.kind) {
      case 'reasoning':
        teller.reasoning(piece.text);
        break;
      case 'text': {
        const [thought, rest, open] = splitTags(piece.text, inTags);
        inTags = open;
        if (thought !== '') teller.taggedReasoning(thought);
        if (rest !== '') tell(rest);
        break;
      }
      case 'call':
        calls.push(teller.call(piece.id, piece.name));
        break;
      case 'arguments': {
        const call = calls[piece.index];
        if (call) teller.callArguments(call, piece.piece);
        break;
      }
      case 'frame':
        teller.frame(piece.frame, isFirst);
        break;
      case 'usage':
        teller.usage(piece.usage);
        break;
      case 'error':
        teller.tell('chat:completion', { error: piece.error });
        break;
      default:
        piece satisfies never;
    }
    isFirst = false;
  }
  return { said, calls };
}

/** @returns what of a piece stands between the tags, what after or outside of them, and whether they are open now */
function splitTags(text: string, inside: boolean): [thought: string, rest: string, inside: boolean] {
  const opened = inside ? text : text.includes('<think>') ? text.slice(text.indexOf('<think>') + 7) : undefined;
  if (opened === undefined) return ['', text, false];
  const end = opened.indexOf('</think>');
  return end === -1 ? [opened, '', true] : [opened.slice(0, end), opened.slice(end + 8), false];
}

async function runTools(
  calls: readonly CallItem[],
  tools: readonly OfferedTool[],
  means: ToolMeans,
  gone: AbortSignal,
  world: World,
) {
  const results: { call: CallItem; text: string; failed: boolean }[] = [];
  for (const call of calls) {
    const tool = tools.find((one) => one.name === call.name);
    if (!tool) {
      results.push({ call, text: `Error: Tool "${call.name}" not found.`, failed: true });
      continue;
    }
    try {
      results.push({ call, text: await tool.run(givenTo(call), means), failed: false });
    } catch (error) {
      if (gone.aborted || !(error instanceof ToolBroke)) throw error;
      // Up to 0.10 an exception is a result like any other.
      const text = world.has('agentTellsDeltas') ? JSON.stringify({ error: error.message }, null, 2) : error.message;
      results.push({ call, text, failed: true });
    }
  }
  return results;
}

function toolMeans(
  { sessionId, address }: AgentQuestion,
  teller: RunTeller,
  gone: AbortSignal,
  world: World,
): ToolMeans {
  return {
    tell: (type, data) => teller.tell(type, data),
    pause: (ms) => pause(ms, gone),
    ask(type, data) {
      const event = { chat_id: address.chatId, message_id: address.messageId, data: { type, data } };
      return Promise.race([world.sockets.ask(sessionId, event), untilAborted(gone)]);
    },
  };
}

function untilAborted(gone: AbortSignal): Promise<never> {
  return pause(Number.POSITIVE_INFINITY, gone) as Promise<never>;
}

function givenTo(call: CallItem): JsonObject {
  try {
    const value: unknown = JSON.parse(call.arguments);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function toolCall({ id, name, arguments: given }: CallItem): JsonObject {
  return { id, type: 'function', function: { name, arguments: given } };
}

/** As the request says, else as the model's owner set it; since 0.10 the newer way is the default. */
function callingOf(body: JsonObject, model: KnownModel): unknown {
  const asked = isObject(body.params) ? body.params.function_calling : undefined;
  return asked ?? model.row?.params.function_calling ?? 'native';
}

/** The provider refused the first round. */
class ProviderRefused extends Error {}

function messageIn(reply: WholeAnswer): string {
  try {
    const value: unknown = JSON.parse(reply.body);
    const error = isObject(value) && isObject(value.error) ? value.error : {};
    return typeof error.message === 'string' ? error.message : reply.body;
  } catch {
    return reply.body;
  }
}

function failureText(error: unknown): string {
  if (error instanceof ProviderRefused) return error.message;
  if (error instanceof ConnectionBroken) return BROKEN;
  if (error instanceof ProviderUnreachable) return refusalText.serverConnection;
  return String(error);
}
