import { type CorpusCase, type CorpusSetting, FIVE_VERSIONS, NEWEST } from './corpus-case.ts';
import { makeKnowledgeModel } from './make-knowledge-model.ts';
import { proxyTo } from './stand-in-server.ts';

type Expected = CorpusCase['expected'];

const certain = (cause: Expected['cause']): Expected => ({ cause, confidence: 'certain' });
const probable = (cause: Expected['cause']): Expected => ({ cause, confidence: 'probable' });

function answered(
  name: string,
  versions: readonly string[],
  model: string | undefined,
  expected: Expected,
  prepare: (setting: CorpusSetting) => void = () => undefined,
): CorpusCase {
  return {
    name,
    versions,
    expected,
    make(setting) {
      list(setting.practice, model);
      prepare(setting);
      return {
        input: { baseUrl: setting.practice.url, credential: setting.key, ...(model !== undefined && { model }) },
        limits: { answerMs: 1_500 },
      };
    },
  };
}

/** Scripted models answer although they are not listed; here they are. */
function list({ state }: CorpusSetting['practice'], model: string | undefined): void {
  const { options } = state.provider;
  if (model !== undefined && SCRIPTED.test(model)) options.models = [...options.models, model];
}

const SCRIPTED = /^(empty|no-limit|think-unseen|errlimit|errpolicy|html200|null200|stall-\d+|clean-cut|paced-\d+-\d+)$/;
const WITH_STATUS = ['0.6.43', '0.8.12', '0.12.4'];
const WITHOUT_STATUS = ['0.9.6', '0.11.4'];

function afterListing(
  name: string,
  versions: readonly string[],
  change: Partial<CorpusSetting['practice']['state']['provider']['options']>,
): CorpusCase[] {
  return [
    {
      name,
      versions,
      expected: probable('provider-unreachable'),
      async make({ practice, key }) {
        await fetch(`${practice.url}/api/models`, { headers: { authorization: `Bearer ${key}` } });
        Object.assign(practice.state.provider.options, change);
        return { input: { baseUrl: practice.url, credential: key, model: 'echo' } };
      },
    },
  ];
}

/** Models that are not there or do not answer, and what stands behind them. */
export const answerCases: CorpusCase[] = [
  {
    ...answered(
      'nothing is shared with the account',
      FIVE_VERSIONS,
      undefined,
      probable('no-models'),
      ({ practice }) => {
        practice.state.set('ENABLE_API_KEYS', true);
        practice.state.permit('features', 'api_keys', true);
      },
    ),
    fresh: true,
  },
  answered('the provider refuses from the start', NEWEST, undefined, probable('no-models'), ({ practice }) => {
    practice.state.provider.options.refusesKey = true;
  }),
  answered('the provider is away from the start', NEWEST, undefined, probable('no-models'), ({ practice }) => {
    practice.state.provider.options.reachable = false;
  }),
  ...(['reachable', 'refusesKey'] as const).map(
    (option): CorpusCase => ({
      name: `no model from the start (${option}), seen by an administrator`,
      versions: ['0.9.6', '0.12.4'],
      expected: probable(option === 'reachable' ? 'provider-unreachable' : 'provider-refused'),
      make({ practice }) {
        practice.state.provider.options[option] = option === 'refusesKey';
        return { input: { baseUrl: practice.url, credential: practice.state.makeKey(practice.state.administrator) } };
      },
    }),
  ),
  {
    name: 'a provider that lists nothing, seen by an administrator',
    versions: NEWEST,
    expected: probable('no-models'),
    make({ practice }) {
      practice.state.provider.options.models = [];
      return { input: { baseUrl: practice.url, credential: practice.state.makeKey(practice.state.administrator) } };
    },
  },
  {
    name: 'a model that is switched off',
    versions: ['0.9.6', '0.12.4'],
    expected: certain('model-not-visible'),
    async make({ practice, key }) {
      const authorization = `Bearer ${practice.state.makeSessionToken(practice.state.administrator)}`;
      const row = { id: 'resting', name: 'Resting', base_model_id: 'echo', meta: {}, params: {}, is_active: false };
      await fetch(`${practice.url}/api/v1/models/create`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({
          ...row,
          access_grants: [{ principal_type: 'user', principal_id: '*', permission: 'read' }],
        }),
      });
      return { input: { baseUrl: practice.url, credential: key, model: 'resting' } };
    },
  },
  answered('a model that is not there', FIVE_VERSIONS, 'gone', probable('model-missing')),
  answered('a model written otherwise', NEWEST, 'Echo', probable('model-missing')),
  {
    name: 'a model that is not there, seen by an administrator',
    versions: NEWEST,
    expected: certain('model-missing'),
    make: ({ practice }) => ({
      input: { baseUrl: practice.url, credential: practice.state.makeKey(practice.state.administrator), model: 'gone' },
    }),
  },
  answered('the provider refuses Open WebUI’s key', WITH_STATUS, 'err401', certain('provider-refused')),
  answered(
    'the provider refuses, and only its sentence is left',
    WITHOUT_STATUS,
    'err401',
    probable('provider-refused'),
  ),
  answered('the provider limits the rate', WITH_STATUS, 'err429', certain('provider-rate-limited')),
  answered(
    'the provider limits the rate, and only its sentence is left',
    WITHOUT_STATUS,
    'err429',
    probable('provider-rate-limited'),
  ),
  answered('the provider is ill', ['0.12.4', '0.9.6'], 'errtext', probable('provider-unreachable')),
  answered('the provider answers a page', ['0.12.4', '0.8.12'], 'html', probable('provider-unreachable')),
  answered('a page of sign-in instead of an answer', NEWEST, 'html200', probable('not-open-webui')),
  answered('null instead of an answer', NEWEST, 'null200', probable('provider-unreachable')),
  answered('the practice server’s model that takes no limit', FIVE_VERSIONS, 'no-limit', certain('none')),
  answered('the practice server’s model that thinks unseen', FIVE_VERSIONS, 'think-unseen', certain('none')),
  answered('the practice server’s bad limit', FIVE_VERSIONS, 'errlimit', probable('provider-refused')),
  answered('the practice server’s data policy', FIVE_VERSIONS, 'errpolicy', probable('provider-refused')),
  // So 0.9.0 to 0.9.2 pass over whatever the provider says, a refusal as well.
  answered('null instead of an answer, where that is said of everything', ['0.9.1'], 'null200', {
    cause: 'unknown',
    confidence: 'unknown',
  }),
  answered('a model that ends without a word', ['0.9.6', '0.12.4'], 'empty', {
    cause: 'unknown',
    confidence: 'unknown',
  }),
  answered('the model never answers', ['0.12.4', '0.9.6'], 'stall-0', probable('timeout')),
  answered('an answer cut by the provider', ['0.8.12', '0.11.4', '0.12.4'], 'cut', probable('provider-unreachable')),
  answered('an answer that ends without an end', NEWEST, 'clean-cut', probable('provider-unreachable')),
  answered('an error in the middle', ['0.9.6', '0.12.4'], 'midstream-error', probable('provider-unreachable')),
  // Looking at the list is what makes Open WebUI forget how to reach its provider; why it was not told is gone with it.
  ...afterListing('the provider goes away after the list was read', ['0.10.2', '0.11.4', '0.12.4'], {
    reachable: false,
  }),
  ...afterListing('the provider refuses after the list was read', ['0.10.2', '0.11.4', '0.12.4'], { refusesKey: true }),
  {
    name: 'documents are attached, and the account of the key may not read them',
    versions: FIVE_VERSIONS,
    expected: certain('knowledge-ignored'),
    async make({ practice, key }) {
      const model = await makeKnowledgeModel(practice, { readable: false });
      return { input: { baseUrl: practice.url, credential: key, model } };
    },
  },
  {
    name: 'documents are attached, and there is nothing in them',
    versions: ['0.9.6', '0.12.4'],
    expected: probable('knowledge-ignored'),
    async make({ practice, key }) {
      const model = await makeKnowledgeModel(practice, { empty: true });
      return { input: { baseUrl: practice.url, credential: key, model } };
    },
  },
  {
    name: 'documents are attached, and nothing is wrong',
    versions: FIVE_VERSIONS,
    expected: certain('none'),
    async make({ practice, key }) {
      const model = await makeKnowledgeModel(practice);
      return { input: { baseUrl: practice.url, credential: key, model } };
    },
  },
  answered('nothing is wrong', FIVE_VERSIONS, 'echo', certain('none')),
  answered('a slow model, and nothing wrong', NEWEST, 'paced-120-20', certain('none')),
  {
    name: 'a model that is shared with somebody else',
    versions: ['0.9.6', '0.12.4'],
    fresh: true,
    expected: certain('model-not-visible'),
    make({ practice, key }) {
      practice.state.set('ENABLE_API_KEYS', true);
      practice.state.permit('features', 'api_keys', true);
      practice.state.shareModel('echo');
      practice.state.shareModel('slow', practice.state.addAccount());
      return { input: { baseUrl: practice.url, credential: key, model: 'slow' } };
    },
  },
  {
    name: 'a proxy collects answers',
    versions: NEWEST,
    expected: probable('stream-buffered'),
    async make({ practice, key, onEnd }) {
      const server = await proxyTo(practice.url, { collects: true });
      onEnd(() => server.close());
      list(practice, 'paced-60-20');
      return { input: { baseUrl: `http://127.0.0.1:${server.port}`, credential: key, model: 'paced-60-20' } };
    },
  },
  {
    name: 'documents are expected, and the model has none',
    versions: ['0.9.6', '0.12.4'],
    expected: probable('knowledge-ignored'),
    make: ({ practice, key }) => ({
      input: { baseUrl: practice.url, credential: key, model: 'echo', expectsKnowledge: true },
    }),
  },
];
