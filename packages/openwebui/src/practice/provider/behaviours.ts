/** What the model id decides. Ids of the first group are listed; the others answer when asked for. */
import { answerFromGuide } from '../guide/answer-from-guide.ts';
import { followPlan } from './follow-plan.ts';
import { type Behaviour, ConnectionBroken, type Exchange } from './provider-types.ts';
import { chunk, jsonAnswer, speaking, sse, textAnswer, whole } from './speak.ts';

export const LISTED_MODELS = [
  'echo',
  'slow',
  'cut',
  'err401',
  'err429',
  'errtext',
  'reason',
  'think',
  'midstream-error',
  'html',
  'long',
  'hang',
];

export const GUIDE_MODEL = 'guichet-guide';
/** Brisk reading pace: a passage is told in a few seconds. */
const GUIDE_TOKEN_MS = 35;
const SLOW_TOKEN_MS = 300;
const HUGE_LINE_CHARACTERS = 1_200_000;

/** What a model thinks where nobody sees it, before the first word. */
const UNSEEN_TOKENS = 200;
/** As OpenAI's models that reason, DeepSeek and OpenRouter say it. */
const NO_LIMIT = [
  "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
  'invalid_request_error',
  'unsupported_parameter',
] as const;
const BAD_LIMIT = [
  'Invalid max_tokens value, the valid range of max_tokens is [1, 8192]',
  'invalid_request_error',
  'invalid_request_error',
] as const;
const DATA_POLICY = 'No endpoints found matching your data policy. Configure: https://openrouter.ai/settings/privacy';

const TOOL_CALL = {
  tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'search', arguments: '{}' } }],
};
/** As Open WebUI keeps such blocks for its own interface, and as pipes repeat them. */
const REASONING_DETAILS =
  '<details type="reasoning" done="true" duration="3">\n<summary>Thought for 3 seconds</summary>\n&gt; hidden thought\n</details>';
const TOOL_DETAILS =
  '<details type="tool_calls" done="true" id="call_1" name="search" arguments="&quot;{}&quot;" result="&quot;internal&quot;">\n<summary>Tool Executed</summary>\n</details>';

const behaviours: Record<string, Behaviour> = {
  echo: speaking(),
  slow: speaking({ tokenMs: SLOW_TOKEN_MS }),
  long: speaking({ say: () => 'word '.repeat(400) }),
  cut: speaking({ after: { words: 3, turn: breakConnection } }),
  'midstream-error': speaking({ after: { words: 3, turn: sayError } }),
  reason: speaking({ before: reasonAloud }),
  think: speaking({ before: thinkInTags }),
  hang: async (exchange) => {
    await exchange.pause(Number.POSITIVE_INFINITY);
    return whole(exchange, '');
  },
  err401: () => providerError(401, 'Incorrect API key provided: sk-prov.', 'invalid_request_error', 'invalid_api_key'),
  err429: () => providerError(429, 'Rate limit reached', 'requests', 'rate_limit_exceeded', { 'retry-after': '20' }),
  errtext: () => textAnswer('upstream sad', 503, 'text/plain'),
  html: () => textAnswer('<html>502</html>', 502, 'text/html'),

  agent: followPlan,
  task: followPlan,
  [GUIDE_MODEL]: speaking({ say: (exchange) => answerFromGuide(exchange.question).text, tokenMs: GUIDE_TOKEN_MS }),
  cite: speaking(),
  'clean-cut': speaking({ after: { words: 3, turn: endQuietly } }),
  empty: speaking({ say: () => '' }),
  'no-limit': (exchange) =>
    exchange.request.body.max_tokens === undefined ? speaking()(exchange) : providerError(400, ...NO_LIMIT),
  'think-unseen': (exchange) =>
    Number(exchange.request.body.max_tokens ?? UNSEEN_TOKENS) < UNSEEN_TOKENS
      ? { kind: 'stream', frames: thinkTheLimitAway(exchange) }
      : speaking()(exchange),
  errlimit: () => providerError(400, ...BAD_LIMIT),
  errpolicy: () => jsonAnswer({ error: { message: DATA_POLICY, code: 404 } }, 404),
  crlf: speaking({ frame: (frame) => frame.replaceAll('\n', '\r\n') }),
  'huge-line': speaking({ say: () => 'x'.repeat(HUGE_LINE_CHARACTERS) }),
  'stop-everywhere': speaking({ frame: (frame) => frame.replace('"finish_reason":null', '"finish_reason":"stop"') }),
  filtered: speaking({ after: { words: 3, turn: (exchange) => endWith(exchange, {}, 'content_filter') } }),
  'tool-wanted': speaking({ after: { words: 3, turn: (exchange) => endWith(exchange, TOOL_CALL, 'tool_calls') } }),
  'think-unopened': speaking({ say: () => 'The visitor greets. So I greet.\n</think>\n\nHello there.' }),
  details: speaking({ say: () => `${REASONING_DETAILS}\nHello. ${TOOL_DETAILS}\nThere you are.` }),
  refuses: speaking({ say: () => '', before: refuseAloud }),
  picture: speaking({ say: () => `Here it is: ![a red fox](data:image/png;base64,${'iVBORw0K'.repeat(400)}) Enjoy.` }),
  'spoken-only': speaking({ say: () => '', before: speakAloud }),
  'garbage-between': speaking({ frame: (frame) => `${frame}data: {"broken":\n\n` }),
  'error-field': speaking({ after: { words: 3, turn: sayErrorAsField } }),
  'error-object': speaking({ after: { words: 3, turn: sayErrorAsObject } }),
  'big-whole': (exchange) => whole(exchange, 'x'.repeat(HUGE_LINE_CHARACTERS)),
  json200: (exchange) => whole(exchange, `You said: ${exchange.question}`),
  null200: () => ({ ...jsonAnswer(null), inFront: true }),
  html200: () => ({
    kind: 'whole',
    status: 200,
    contentType: 'text/html; charset=utf-8',
    headers: {},
    body: '<!doctype html><title>Please sign in</title>',
    inFront: true,
  }),
};

/** The behaviour behind a model id; undefined for ids nobody scripted. */
export function behaviourOf(model: string): Behaviour | undefined {
  if (Object.hasOwn(behaviours, model)) return behaviours[model];
  const paced = /^paced-(\d+)-(\d+)$/.exec(model);
  if (paced) return pacedBehaviour(Number(paced[1]), Number(paced[2]));
  const stalled = /^stall-(\d+)$/.exec(model);
  return stalled ? stalledBehaviour(Number(stalled[1])) : undefined;
}

/** `tokens` words, one each `ms`. */
function pacedBehaviour(ms: number, tokens: number): Behaviour {
  return speaking({
    tokenMs: ms,
    say: () => Array.from({ length: tokens }, (_, place) => `token${place + 1} `).join(''),
  });
}

/** `tokens` words, then silence on an open connection. */
function stalledBehaviour(tokens: number): Behaviour {
  if (tokens === 0) return speaking({ before: stall });
  const say = () => Array.from({ length: tokens }, (_, place) => `token${place + 1} `).join('');
  return speaking({ say, after: { words: tokens, turn: stall } });
}

// biome-ignore lint/correctness/useYield: a turn that says nothing more is still a turn.
async function* stall(exchange: Exchange): AsyncGenerator<string> {
  await exchange.pause(Number.POSITIVE_INFINITY);
}

// biome-ignore lint/correctness/useYield: see stall.
async function* breakConnection(): AsyncGenerator<string> {
  throw new ConnectionBroken('the provider dropped the connection');
}

async function* endQuietly(): AsyncGenerator<string> {}

async function* sayError(): AsyncGenerator<string> {
  yield sse({ error: { message: 'The server had an error', type: 'server_error' } });
}

async function* sayErrorAsField(): AsyncGenerator<string> {
  yield 'error: {"message":"The model ran out of memory","type":"server_error"}\n\n';
  yield 'data: [DONE]\n\n';
}

async function* sayErrorAsObject(): AsyncGenerator<string> {
  yield sse({ object: 'error', message: 'The model ran out of memory', type: 'server_error', code: 500 });
  yield 'data: [DONE]\n\n';
}

async function* endWith(exchange: Exchange, delta: object, finishReason: string): AsyncGenerator<string> {
  yield chunk(exchange, delta, finishReason);
  yield 'data: [DONE]\n\n';
}

async function* refuseAloud(exchange: Exchange): AsyncGenerator<string> {
  for (const refusal of ['I would ', 'rather not.']) yield chunk(exchange, { content: null, refusal });
}

async function* speakAloud(exchange: Exchange): AsyncGenerator<string> {
  yield chunk(exchange, { audio: { id: 'audio_1', data: 'UklGRg==' } });
}

async function* reasonAloud(exchange: Exchange): AsyncGenerator<string> {
  for (const word of ['Let ', 'me ', 'think.']) {
    yield chunk(exchange, { reasoning_content: word });
    await exchange.pause(exchange.tokenMs);
  }
}

async function* thinkTheLimitAway(exchange: Exchange): AsyncGenerator<string> {
  yield chunk(exchange, { role: 'assistant', content: '' });
  yield chunk(exchange, { content: '' }, 'length');
  yield 'data: [DONE]\n\n';
}

async function* thinkInTags(exchange: Exchange): AsyncGenerator<string> {
  yield chunk(exchange, { content: '<think>hidden thought</think>' });
}

function providerError(status: number, message: string, type: string, code: string, headers = {}) {
  return jsonAnswer({ error: { message, type, code } }, status, headers);
}
