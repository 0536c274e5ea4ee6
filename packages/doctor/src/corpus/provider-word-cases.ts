/**
 * Whose fault a provider's words name, and the doctor's own questions, which must not be the fault: it asks for few
 * tokens, and some models do not take that limit, or think it away unseen.
 */
import { type Behaviour, chunk, jsonAnswer, speaking, sse } from '@guichet/openwebui/practice';
import type { CorpusCase, ExpectedFinding } from './corpus-case.ts';

const PASSED_ON = ['0.8.12', '0.12.4'];
const MADE_400 = ['0.9.6', '0.11.4'];
const ALL = [...PASSED_ON, ...MADE_400];

const FINE: ExpectedFinding = { cause: 'none', confidence: 'certain' };
const probable = (cause: ExpectedFinding['cause']): ExpectedFinding => ({ cause, confidence: 'probable' });
const certain = (cause: ExpectedFinding['cause']): ExpectedFinding => ({ cause, confidence: 'certain' });

function told(
  name: string,
  versions: readonly string[],
  expected: ExpectedFinding,
  behaviour: Behaviour,
  model = 'assistant',
): CorpusCase {
  return {
    name,
    versions,
    expected,
    make({ practice, key }) {
      practice.state.provider.script(model, behaviour);
      return { input: { baseUrl: practice.url, credential: key, model }, limits: { answerMs: 1_500 } };
    },
  };
}

const refuses =
  (status: number, body: unknown): Behaviour =>
  () =>
    jsonAnswer(body, status);

const error = (message: string, code: string | number | null = null) => ({
  error: { message, type: 'invalid_request_error', param: null, code },
});

/** Answers as soon as no limit is sent along; with one, it says this. */
const withoutLimit =
  (refusal: Behaviour, answer: Behaviour = speaking()): Behaviour =>
  (exchange) =>
    exchange.request.body.max_tokens === undefined ? answer(exchange) : refusal(exchange);

/** Thinks where nobody sees it, and has used up a short limit before the first word. */
const thinksUnseen = (finish: string, needs: number): Behaviour => {
  const answer = speaking({ say: () => 'ready, after all the thinking' });
  return (exchange) => {
    const limit = exchange.request.body.max_tokens;
    if (typeof limit !== 'number' || limit >= needs) return answer(exchange);
    async function* nothing(): AsyncGenerator<string> {
      yield chunk(exchange, { role: 'assistant', content: '' });
      yield chunk(exchange, { content: '' }, finish);
      yield 'data: [DONE]\n\n';
    }
    return { kind: 'stream', frames: nothing() };
  };
};

/** Refuses in the stream that it has already begun. */
const refusesInStream =
  (message: string): Behaviour =>
  () => {
    async function* frames(): AsyncGenerator<string> {
      yield sse(error(message, 'unsupported_parameter'));
    }
    return { kind: 'stream', frames: frames() };
  };

const UNSUPPORTED =
  "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";

const ownQuestionCases: CorpusCase[] = [
  told(
    'a model that does not take max_tokens',
    ALL,
    FINE,
    withoutLimit(refuses(400, error(UNSUPPORTED, 'unsupported_parameter'))),
  ),
  told(
    'a model that does not take max_tokens, where nothing is told',
    ['0.9.1'],
    FINE,
    withoutLimit(refuses(400, error(UNSUPPORTED))),
  ),
  told(
    'a model that wants a limit of at least 64',
    ALL,
    FINE,
    withoutLimit(
      refuses(
        400,
        error("Invalid 'max_tokens': integer below minimum value. Expected a value >= 64, but got 16 instead."),
      ),
    ),
  ),
  told(
    'a model whose provider complains of the limit as of any field',
    ['0.12.4', '0.11.4'],
    FINE,
    withoutLimit(
      refuses(422, {
        detail: [{ type: 'extra_forbidden', loc: ['body', 'max_tokens'], msg: 'Extra inputs are not permitted' }],
      }),
    ),
  ),
  told(
    'a model whose provider fails over the limit without a word',
    ['0.12.4'],
    FINE,
    withoutLimit(refuses(400, { error: { message: 'Bad request' } })),
  ),
  told(
    'a model that thinks over a budget of its own',
    ALL,
    FINE,
    withoutLimit(refuses(400, error('`max_tokens` must be greater than `thinking.budget_tokens`.'))),
  ),
  told('a model that refuses the limit in its stream', ALL, FINE, withoutLimit(refusesInStream(UNSUPPORTED))),
  told('a model that thinks unseen until a short limit is used up', ALL, FINE, thinksUnseen('length', 200)),
  told('a model that thinks unseen, and calls that its end', ALL, FINE, thinksUnseen('stop', 200)),
  told('a model that thinks unseen, and says max_tokens', ['0.12.4'], FINE, thinksUnseen('max_tokens', 25)),
  told(
    'a model that thinks unseen, and longer than the doctor waits',
    ['0.12.4'],
    FINE,
    withoutLimit(thinksUnseen('length', 200), async (exchange) => {
      await exchange.pause(Number.POSITIVE_INFINITY);
      return speaking()(exchange);
    }),
  ),
  told(
    'a limit that is not the reason',
    ALL,
    probable('provider-refused'),
    refuses(400, error("Unsupported value: 'temperature' does not support 0.7 with this model.")),
  ),
];

const wordCases: CorpusCase[] = [
  told(
    'a limit saved with the model is out of range',
    ALL,
    probable('provider-refused'),
    refuses(400, error('Invalid max_tokens value, the valid range of max_tokens is [1, 8192]')),
  ),
  told(
    'the account’s data policy excludes the model',
    ALL,
    probable('provider-refused'),
    refuses(404, {
      error: {
        message: 'No endpoints found matching your data policy. Configure: https://openrouter.ai/settings/privacy',
        code: 404,
      },
    }),
  ),
  told(
    'the provider does not serve this region',
    PASSED_ON,
    certain('provider-refused'),
    refuses(403, {
      error: { code: 'unsupported_country_region_territory', message: 'Country, region, or territory not supported' },
    }),
  ),
  told(
    'the provider does not serve this region, and only the sentence is left',
    MADE_400,
    probable('provider-refused'),
    refuses(403, {
      error: { code: 'unsupported_country_region_territory', message: 'Country, region, or territory not supported' },
    }),
  ),
  told('no balance is left', PASSED_ON, certain('provider-refused'), refuses(402, error('Insufficient Balance'))),
  told(
    'no credit is left, says a 400',
    ALL,
    probable('provider-refused'),
    refuses(400, error('Your credit balance is too low to access the Anthropic API.')),
  ),
  told(
    'a rate limit that names the billing page',
    PASSED_ON,
    certain('provider-rate-limited'),
    refuses(
      429,
      error(
        'Rate limit reached on tokens per min (TPM): Limit 30000. Add a payment method at https://platform.openai.com/account/billing.',
        'rate_limit_exceeded',
      ),
    ),
  ),
  told(
    'the model does not fit in memory',
    ALL,
    probable('provider-unreachable'),
    refuses(500, { error: 'model requires more system memory (5.6 GiB) than is available (3.2 GiB)' }),
  ),
  told(
    'the model is still loading',
    ALL,
    probable('provider-unreachable'),
    refuses(503, { error: { code: 503, message: 'Loading model', type: 'unavailable_error' } }),
  ),
  told(
    'the provider is overloaded',
    ALL,
    probable('provider-rate-limited'),
    refuses(529, { error: { type: 'overloaded_error', message: 'Overloaded' } }),
  ),
  told(
    'the content filter rejects what is sent',
    ALL,
    probable('provider-refused'),
    refuses(
      400,
      error(
        "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
        'content_filter',
      ),
    ),
  ),
  told(
    'the saved instructions are too long for the model',
    ALL,
    probable('provider-refused'),
    refuses(
      400,
      error(
        "This model's maximum context length is 4096 tokens. However, your messages resulted in 5000 tokens.",
        'context_length_exceeded',
      ),
    ),
  ),
];

export const providerWordCases: readonly CorpusCase[] = [...ownQuestionCases, ...wordCases];
