/** A model that does what the question plans, calls tools as OpenAI's models do, and answers Open WebUI's own prompts. */
import { objects } from '../http/read-body.ts';
import { currentRound, type Plan, type PlannedRound, readPlan, textOf, toolResults } from './plan.ts';
import { type Behaviour, ConnectionBroken, type Exchange, type ProviderAnswer } from './provider-types.ts';
import { chunk, jsonAnswer, sse, usageFrames, whole, words } from './speak.ts';

/** Arguments come in pieces of this many characters, as providers stream them. */
const ARGUMENT_PIECE_CHARACTERS = 12;
/** A result that a text repeats is cut here, so that a tool's flood stays readable. */
const RESULT_CHARACTERS = 200;
/** The word after which a round's `turn` is taken, unless the plan names another. */
const TURN_AFTER_WORDS = 3;

export const followPlan: Behaviour = (exchange) => {
  const { request } = exchange;
  if (!request.stream) return answerPrompt(exchange) ?? whole(exchange, saidIn(exchange, roundOf(exchange)));
  const round = roundOf(exchange);
  if (round?.error !== undefined) return refusal(round.error);
  return { kind: 'stream', frames: played(exchange, round) };
};

function roundOf(exchange: Exchange): PlannedRound | undefined {
  const plan = readPlan(exchange.request.messages);
  return plan && currentRound(plan, objects(exchange.request.body.tools).length > 0);
}

/** What Open WebUI asks a model for besides answers: which tools, which search words, what to ask next. */
function answerPrompt(exchange: Exchange): ProviderAnswer | undefined {
  const { messages } = exchange.request;
  const prompt = objects(messages)
    .map((message) => textOf(message.content))
    .join('\n');
  if (prompt.includes('Available Tools:')) {
    const planned = readPlan(messages)?.rounds.find((round) => round.calls)?.calls ?? [];
    return whole(exchange, JSON.stringify({ tool_calls: planned.map(([name, parameters]) => ({ name, parameters })) }));
  }
  if (prompt.includes('"follow_ups"')) {
    return whole(exchange, JSON.stringify({ follow_ups: ['What about tomorrow?', 'And in Lyon?'] }));
  }
  if (prompt.includes('"queries"')) return whole(exchange, JSON.stringify({ queries: ['tickets cost'] }));
  return undefined;
}

function saidIn(exchange: Exchange, round: PlannedRound | undefined): string {
  const plan: Plan | undefined = readPlan(exchange.request.messages);
  if (!round || !plan) return `You said: ${exchange.question}`;
  const results = () =>
    toolResults(exchange.request.messages, plan)
      .map((result) => result.slice(0, RESULT_CHARACTERS))
      .join(' || ');
  return (round.text ?? '').replaceAll('%results%', results);
}

async function* played(exchange: Exchange, round: PlannedRound | undefined): AsyncGenerator<string> {
  const tokenMs = round?.delay ?? exchange.tokenMs;
  yield chunk(exchange, { role: 'assistant', content: '' });
  for (const word of words(round?.reason ?? '')) {
    yield chunk(exchange, { reasoning_content: word });
    await exchange.pause(tokenMs);
  }
  for (const [place, word] of words(saidIn(exchange, round)).entries()) {
    yield chunk(exchange, { content: word });
    await exchange.pause(tokenMs);
    if (!round?.turn || place + 1 !== (round.turnAfter ?? TURN_AFTER_WORDS)) continue;
    if (round.turn === 'break') throw new ConnectionBroken('the provider dropped the connection');
    yield sse({ error: { message: 'The server had an error', type: 'server_error' } });
    return;
  }
  const calls = objects(exchange.request.body.tools).length > 0 ? (round?.calls ?? []) : [];
  for (const [index, [name, parameters]] of calls.entries()) yield* callPieces(exchange, index, name, parameters);
  yield chunk(exchange, {}, calls.length > 0 ? 'tool_calls' : (round?.finish ?? 'stop'));
  yield* usageFrames(exchange);
  yield 'data: [DONE]\n\n';
}

async function* callPieces(
  exchange: Exchange,
  index: number,
  name: string,
  parameters: unknown,
): AsyncGenerator<string> {
  const id = `call_${objects(exchange.request.messages).length}_${index}`;
  yield chunk(exchange, { tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] });
  const json = typeof parameters === 'string' ? parameters : JSON.stringify(parameters);
  for (let from = 0; from < json.length; from += ARGUMENT_PIECE_CHARACTERS) {
    const piece = json.slice(from, from + ARGUMENT_PIECE_CHARACTERS);
    yield chunk(exchange, { tool_calls: [{ index, function: { arguments: piece } }] });
    await exchange.pause(1);
  }
}

function refusal(status: number): ProviderAnswer {
  const [message, type, code] = REFUSALS[status] ?? ['Provider refused the round.', 'server_error', 'boom'];
  return jsonAnswer({ error: { message, type, code } }, status);
}

const REFUSALS: Record<number, [message: string, type: string, code: string]> = {
  401: ['Incorrect API key provided: sk-prov.', 'invalid_request_error', 'invalid_api_key'],
  429: ['Rate limit reached', 'requests', 'rate_limit_exceeded'],
};
