import { type Behaviour, chunk, jsonAnswer, speaking, textAnswer } from '@guichet/openwebui/practice';
import type { CorpusCase, ExpectedFinding } from './corpus-case.ts';
import { NEWEST } from './corpus-case.ts';
import { sceneWith } from './independent-scene.ts';
import { makeKnowledgeModel } from './make-knowledge-model.ts';
import { guardedBy, proxyTo } from './stand-in-server.ts';

const FINE: ExpectedFinding = { cause: 'none', confidence: 'certain' };
const UNKNOWN: ExpectedFinding = { cause: 'unknown', confidence: 'unknown' };
/** Versions that hand a provider's refusal on as it is. */
const PASSED_ON = ['0.8.12', '0.12.4'] as const;
/** Versions that make 400 and a sentence of it. */
const MADE_400 = ['0.9.6', '0.11.4'] as const;

const refusal = (status: number, message: string, code: string | null = null): Behaviour => {
  return () => jsonAnswer({ error: { message, type: 'error', code } }, status);
};

/** Thinks in pieces for `ms` before the first word. */
const thinking = (ms: number): Behaviour =>
  speaking({
    async *before(exchange) {
      for (let left = ms; left > 0; left -= 100) {
        yield chunk(exchange, { reasoning_content: 'hmm ' });
        await exchange.pause(100);
      }
    },
  });

interface Told {
  name: string;
  versions?: readonly string[];
  expected: ExpectedFinding;
  behaviour: Behaviour;
  limits?: { answerMs: number };
}

const BEHAVIOURS: Told[] = [
  {
    name: 'a model that thinks longer than anybody waits for a word',
    expected: FINE,
    behaviour: thinking(1_500),
    limits: { answerMs: 700 },
  },
  {
    name: 'a model that thinks in tags and at length',
    expected: FINE,
    behaviour: speaking({ say: () => `<think>${'well '.repeat(60)}</think>Bonjour, tout va bien.` }),
  },
  { name: 'a slow model', expected: FINE, behaviour: speaking({ say: () => 'Oui, je vous entends.', tokenMs: 500 }) },
  {
    name: 'a model that takes three seconds to begin',
    expected: FINE,
    behaviour: speaking({
      async *before(exchange) {
        await exchange.pause(3_000);
        yield chunk(exchange, { content: '' });
      },
    }),
  },
  {
    name: 'a function that answers in one piece',
    expected: FINE,
    behaviour: speaking({ say: () => 'Un-seul-mot-sans-espace-et-rien-de-plus-à-dire-aujourd’hui.' }),
  },
  {
    name: 'a French answer full of accents',
    expected: FINE,
    behaviour: speaking({ say: () => 'Déjà là ? « L’été », ça… 😀 c’est gagné.' }),
  },
  {
    name: 'the provider says: too many requests',
    versions: PASSED_ON,
    expected: { cause: 'provider-rate-limited', confidence: 'certain' },
    behaviour: refusal(429, 'Rate limit reached for requests', 'rate_limit_exceeded'),
  },
  {
    name: 'the provider says: too many requests, and only the sentence is left',
    versions: MADE_400,
    expected: { cause: 'provider-rate-limited', confidence: 'probable' },
    behaviour: refusal(429, 'Rate limit reached for requests', 'rate_limit_exceeded'),
  },
  // Corrected (was provider-rate-limited): who waits waits in vain; it has to be paid.
  {
    name: 'the credit at the provider is used up',
    versions: PASSED_ON,
    expected: { cause: 'provider-refused', confidence: 'certain' },
    behaviour: refusal(
      429,
      'You exceeded your current quota, please check your plan and billing details.',
      'insufficient_quota',
    ),
  },
  {
    name: "Open WebUI's own key at the provider is wrong",
    versions: PASSED_ON,
    expected: { cause: 'provider-refused', confidence: 'certain' },
    behaviour: refusal(401, 'Incorrect API key provided: sk-prov.', 'invalid_api_key'),
  },
  {
    name: "Open WebUI's own key at the provider is wrong, and only the sentence is left",
    versions: MADE_400,
    expected: { cause: 'provider-refused', confidence: 'probable' },
    behaviour: refusal(401, 'Incorrect API key provided: sk-prov.', 'invalid_api_key'),
  },
  {
    name: 'the provider refuses in the words of Open WebUI',
    expected: { cause: 'provider-refused', confidence: 'probable' },
    behaviour: () => jsonAnswer({ detail: 'Not authenticated' }, 401),
  },
  // Corrected (was certain): a function or filter inside Open WebUI may have said it.
  {
    name: 'the provider refuses with a detail of its own',
    expected: { cause: 'provider-refused', confidence: 'probable' },
    behaviour: () => jsonAnswer({ detail: 'Invalid proxy token' }, 401),
  },
  {
    name: 'the provider forbids the model to this key',
    expected: { cause: 'provider-refused', confidence: 'certain' },
    behaviour: refusal(403, 'Project does not have access to model', 'model_not_allowed'),
  },
  // Corrected (was provider-refused): of the three words about providers, this is the one for "ill". The doctor said it
  // was certain, and of a provider that answers it cannot be.
  {
    name: 'the graphics card has no memory left',
    expected: { cause: 'provider-unreachable', confidence: 'probable' },
    behaviour: refusal(500, 'CUDA error: out of memory'),
  },
  {
    name: 'a page of the proxy before the provider',
    expected: { cause: 'provider-unreachable', confidence: 'probable' },
    behaviour: () => textAnswer('<html><title>502 Bad Gateway</title></html>', 502, 'text/html'),
  },
  // Corrected (was model-missing): that word is about the list of Open WebUI, where the model stands.
  {
    name: 'the provider has retired the model',
    expected: { cause: 'provider-refused', confidence: 'probable' },
    behaviour: refusal(404, 'The model `gpt-4-0314` has been deprecated', 'model_not_found'),
  },
  // 0.9.0 to 0.9.2 say nothing whatever happened.
  {
    name: 'a refusal that 0.9.0 makes nothing of',
    versions: ['0.9.0'],
    expected: UNKNOWN,
    behaviour: refusal(401, 'Incorrect API key provided: sk-prov.', 'invalid_api_key'),
  },
  { name: 'nothing is said at all', expected: UNKNOWN, behaviour: speaking({ say: () => '' }) },
];

const BUILT_IN: { name: string; model: string; expected: ExpectedFinding; versions?: readonly string[] }[] = [
  { name: 'whole JSON where a stream was asked for', model: 'json200', expected: FINE },
  { name: 'sources before the first word', model: 'cite', expected: FINE },
  { name: 'other line ends', model: 'crlf', expected: FINE },
  // Corrected (was none): beyond half a million characters Guichet itself breaks an answer off.
  { name: 'a line of a megabyte', model: 'huge-line', expected: UNKNOWN },
  { name: 'a model that thinks first', model: 'reason', expected: FINE, versions: ['0.6.43', '0.12.4'] },
  {
    name: 'the provider hangs up after three words',
    model: 'cut',
    expected: { cause: 'provider-unreachable', confidence: 'probable' },
    versions: ['0.9.6', '0.11.0', '0.12.4'],
  },
  // Corrected (was unknown): Open WebUI gives no pages where answers are asked for, so it is somebody in front.
  {
    name: 'a page with 200 where the answer belongs',
    model: 'html200',
    expected: { cause: 'not-open-webui', confidence: 'probable' },
  },
];

export const independentAnswerCases: readonly CorpusCase[] = [
  ...BEHAVIOURS.map(
    ({ name, versions, expected, behaviour, limits }): CorpusCase => ({
      name: `independent: ${name}`,
      versions: versions ?? NEWEST,
      expected,
      make(setting) {
        setting.practice.state.provider.script('assistant', behaviour);
        return { ...sceneWith(setting, { model: 'assistant' }), ...(limits && { limits }) };
      },
    }),
  ),
  ...BUILT_IN.map(
    ({ name, model, expected, versions }): CorpusCase => ({
      name: `independent: ${name}`,
      versions: versions ?? NEWEST,
      expected,
      make(setting) {
        const { options } = setting.practice.state.provider;
        options.models = [...options.models, model];
        return sceneWith(setting, { model });
      },
    }),
  ),
  {
    // A model that is being loaded looks no different.
    name: 'independent: a model that never answers',
    versions: NEWEST,
    expected: { cause: 'timeout', confidence: 'probable' },
    make: (setting) => ({ ...sceneWith(setting, { model: 'hang' }), limits: { answerMs: 600 } }),
  },
  {
    name: 'independent: the provider went away, and the list is remembered',
    versions: ['0.11.4', '0.12.4'],
    expected: { cause: 'provider-unreachable', confidence: 'probable' },
    async make(setting) {
      await fetch(`${setting.practice.url}/api/models`, { headers: { authorization: `Bearer ${setting.key}` } });
      setting.practice.state.provider.options.reachable = false;
      return sceneWith(setting);
    },
  },
  {
    name: 'independent: the proxy before Open WebUI loses patience with answers',
    versions: NEWEST,
    expected: { cause: 'timeout', confidence: 'probable' },
    async make(setting) {
      const front = await guardedBy(setting.practice.url, (path) =>
        path === '/api/chat/completions'
          ? {
              status: 504,
              contentType: 'text/html',
              body: '<title>504 Gateway Time-out</title>',
              headers: { server: 'nginx' },
            }
          : undefined,
      );
      setting.onEnd(() => front.close());
      return sceneWith(setting, { baseUrl: `http://127.0.0.1:${front.port}` });
    },
  },
  {
    // Many pieces at one moment, at the end: a model that really bursts is possible, and rare.
    name: 'independent: the proxy before Open WebUI collects answers',
    versions: ['0.9.6', '0.12.4'],
    expected: { cause: 'stream-buffered', confidence: 'probable' },
    async make(setting) {
      // Words enough for their coming at once to show on a busy machine too.
      const say = () => 'encore '.repeat(30);
      setting.practice.state.provider.script('assistant', speaking({ say, tokenMs: 40 }));
      const front = await proxyTo(setting.practice.url, { collects: true });
      setting.onEnd(() => front.close());
      return sceneWith(setting, { model: 'assistant', baseUrl: `http://127.0.0.1:${front.port}` });
    },
  },
  // Corrected (was certain): a function inside Open WebUI may have said it.
  {
    // From 0.9.3 to 0.11.4 a provider's refusal arrives as 400: these are Open WebUI's own words.
    name: 'independent: the proxy drops the header where something is posted',
    versions: ['0.9.6'],
    expected: { cause: 'header-stripped', confidence: 'probable' },
    async make(setting) {
      const front = await guardedBy(setting.practice.url, (path) =>
        path === '/api/chat/completions'
          ? {
              status: 401,
              contentType: 'application/json',
              body: '{"detail":"Not authenticated"}',
              headers: { 'x-process-time': '0' },
            }
          : undefined,
      );
      setting.onEnd(() => front.close());
      return sceneWith(setting, { baseUrl: `http://127.0.0.1:${front.port}` });
    },
  },
  // Corrected (was certain that they are left aside): Guichet asks for the model's documents with every question now.
  {
    name: 'independent: documents are attached, and 0.10 and later do not look at them by themselves',
    versions: ['0.10.2', '0.12.4'],
    expected: FINE,
    async make(setting) {
      return sceneWith(setting, { model: await makeKnowledgeModel(setting.practice), expectsKnowledge: true });
    },
  },
  {
    name: 'independent: documents are attached, and 0.9 looks at them by itself',
    versions: ['0.9.6'],
    expected: FINE,
    async make(setting) {
      return sceneWith(setting, { model: await makeKnowledgeModel(setting.practice), expectsKnowledge: true });
    },
  },
];
