import { isBefore, knowledgeOf, type PutBack } from '@guichet/openwebui/contract-suite';
import { certain, NOTHING_WRONG, probable, type RealCase, untilListIsStale } from './real-case.ts';
import type { RealScene } from './real-scene.ts';

type Finding = ReturnType<typeof certain>;

/** From 0.9.0 to 0.9.2 a provider's refusal is 200 with nothing in it: nobody can tell what it was. */
const withSentence =
  (finding: Finding) =>
  (version: string): Finding =>
    !isBefore(version, '0.9.0') && isBefore(version, '0.9.3') ? NOTHING_SAID : finding;

/** Up to 0.8 and from 0.12 on a provider's answer keeps its status; in between only its sentence is left. */
const withStatus =
  (cause: 'provider-refused' | 'provider-rate-limited') =>
  (version: string): Finding =>
    isBefore(version, '0.9.0') || !isBefore(version, '0.12.0')
      ? certain(cause)
      : withSentence(probable(cause))(version);

const NOTHING_SAID: Finding = { cause: 'unknown', confidence: 'unknown' };

function answered(name: string, model: string, expected: RealCase['expected']): RealCase {
  return {
    name,
    beside: true,
    expected,
    make: async ({ baseUrl, service }) => ({ input: { baseUrl, credential: service.key, model } }),
  };
}

async function adminKey({ addAccount, makeKey }: RealScene): Promise<string> {
  return makeKey((await addAccount('admin')).token);
}

/** The model that is asked for, and the provider behind it. */
export const answerCases: RealCase[] = [
  answered('the provider refuses Open WebUI’s key', 'err401', withStatus('provider-refused')),
  answered('the provider limits the rate', 'err429', withStatus('provider-rate-limited')),
  answered('the provider is ill', 'errtext', probable('provider-unreachable')),
  answered('the provider answers a page', 'html', probable('provider-unreachable')),
  answered('an answer cut by the provider', 'cut', probable('provider-unreachable')),
  answered('an answer that ends without an end', 'clean-cut', probable('provider-unreachable')),
  answered('an error in the middle', 'midstream-error', probable('provider-unreachable')),
  answered('a model that does not take max_tokens', 'no-limit', NOTHING_WRONG),
  answered('a model that thinks a short limit away unseen', 'think-unseen', NOTHING_WRONG),
  answered('a limit saved with the model is out of range', 'errlimit', withSentence(probable('provider-refused'))),
  answered('the account’s data policy excludes the model', 'errpolicy', withSentence(probable('provider-refused'))),
  answered('a model that ends without a word', 'empty', NOTHING_SAID),
  answered('the model never answers', 'stall-0', probable('timeout')),
  answered('a model that is not there', 'gone', probable('model-missing')),
  answered('a model written otherwise', 'Echo', probable('model-missing')),
  {
    name: 'a model that is not there, seen by an administrator',
    beside: true,
    expected: certain('model-missing'),
    make: async (scene) => ({
      input: { baseUrl: scene.baseUrl, credential: await adminKey(scene), model: 'gone' },
    }),
  },
  // Never shared with anybody: Open WebUI has no row of it, and says the same as of one that is not there.
  answered('a model that nobody shared', 'slow', probable('model-missing')),
  {
    name: 'a model that is shared with somebody else',
    beside: true,
    expected: certain('model-not-visible'),
    async make(scene) {
      await scene.share('long', [(await scene.addAccount()).id]);
      return { input: { baseUrl: scene.baseUrl, credential: scene.service.key, model: 'long' } };
    },
  },
  {
    name: 'a preset whose base is not shared',
    beside: true,
    // Before 0.9 whoever may use the preset may use its base (run on 0.8.12 and 0.9.0).
    expected: (version) => (isBefore(version, '0.9.0') ? NOTHING_WRONG : probable('model-not-visible')),
    async make(scene) {
      // Up to 0.9 a base that nobody decided about is open to whoever may use the preset.
      await scene.share('reason', [(await scene.addAccount()).id]);
      await preset(scene, 'on-reason', { base_model_id: 'reason' });
      return { input: { baseUrl: scene.baseUrl, credential: scene.service.key, model: 'on-reason' } };
    },
  },
  {
    name: 'a preset that is switched off',
    beside: true,
    expected: certain('model-not-visible'),
    async make(scene) {
      await preset(scene, 'resting', { is_active: false });
      return { input: { baseUrl: scene.baseUrl, credential: scene.service.key, model: 'resting' } };
    },
  },
  {
    // Alone: the first look into documents keeps 0.9 from answering anybody for seconds.
    name: 'documents are attached, and nothing is wrong',
    expected: NOTHING_WRONG,
    async make(scene) {
      const { model } = await knowledgeOf(scene);
      return { input: { baseUrl: scene.baseUrl, credential: scene.service.key, model } };
    },
  },
  {
    name: 'documents are attached, and the account of the key may not read them',
    expected: certain('knowledge-ignored'),
    async make(scene) {
      const { model } = await knowledgeOf(scene, { readable: false });
      return { input: { baseUrl: scene.baseUrl, credential: scene.service.key, model } };
    },
  },
  {
    name: 'documents are expected, and the model has none',
    beside: true,
    expected: probable('knowledge-ignored'),
    make: async ({ baseUrl, service }) => ({
      input: { baseUrl, credential: service.key, model: 'echo', expectsKnowledge: true },
    }),
  },
];

async function preset({ asAdmin, version }: RealScene, id: string, more: Record<string, unknown>): Promise<void> {
  const grants = [{ principal_type: 'user', principal_id: '*', permission: 'read' }];
  await asAdmin('POST', '/api/v1/models/create', {
    id,
    name: id,
    base_model_id: 'echo',
    meta: {},
    params: {},
    is_active: true,
    ...(isBefore(version, '0.8.0') ? { access_control: null } : { access_grants: grants }),
    ...more,
  });
  // Chats look a model up in a list that asking for it renews.
  await asAdmin('GET', '/api/models');
}

/** Up to 0.9 the list is dropped; later ones keep it and cannot say why the provider behind it is not there. */
function whereListIsKept(version: string): ReturnType<typeof probable> {
  return isBefore(version, '0.10.0') ? probable('no-models') : probable('provider-unreachable');
}

/** 0.10 keeps its list even when the connection is changed or switched off; 0.11 empties it then. */
function whereListOutlivesConnection(version: string): ReturnType<typeof probable> {
  return isOf0_10(version) ? probable('provider-unreachable') : probable('no-models');
}

function isOf0_10(version: string): boolean {
  return !isBefore(version, '0.10.0') && isBefore(version, '0.11.0');
}

/** The provider as a whole: nobody else may ask meanwhile. */
export const providerCases: RealCase[] = [
  changed('the provider goes away after its models were listed', whereListIsKept, async ({ provider }) => {
    provider.options.reachable = false;
    return async () => {
      provider.options.reachable = true;
    };
  }),
  changed(
    'the provider refuses Open WebUI’s key after its models were listed',
    whereListIsKept,
    async ({ provider }) => {
      provider.options.refusesKey = true;
      return async () => {
        provider.options.refusesKey = false;
      };
    },
  ),
  changed('no model: the provider is away from the start', whereListOutlivesConnection, (scene) =>
    connectTo(scene, (url) => url.replace(/:\d+/, ':9')),
  ),
  changed(
    'no model: the provider is away from the start, seen by an administrator',
    probable('provider-unreachable'),
    (scene) => connectTo(scene, (url) => url.replace(/:\d+/, ':9')),
    adminKey,
  ),
  changed('no model: the provider refuses from the start', whereListOutlivesConnection, refusingFromTheStart),
  changed(
    'no model: the provider refuses from the start, seen by an administrator',
    // 0.10 lists the models of the connection as it was, and its administrator is not told either.
    (version) => (isOf0_10(version) ? probable('provider-unreachable') : probable('provider-refused')),
    refusingFromTheStart,
    adminKey,
  ),
  changed(
    'no model: the connection is switched off',
    // On 0.10 it goes on answering.
    (version) => (isOf0_10(version) ? NOTHING_WRONG : probable('no-models')),
    async (scene) => {
      const before = await scene.asAdmin('GET', '/openai/config');
      await scene.asAdmin('POST', '/openai/config/update', { ...before, ENABLE_OPENAI_API: false });
      return async () => void (await scene.asAdmin('POST', '/openai/config/update', before));
    },
  ),
  changed('no model: none is shared with the account', probable('no-models'), async (scene) => {
    const { json } = await scene.call('GET', '/api/models', { as: scene.service.key });
    const ids = (json as { data: { id: string }[] }).data.map(({ id }) => id);
    for (const id of ids) await scene.share(id, []);
    return async () => {
      for (const id of ids) await scene.share(id, 'everybody');
    };
  }),
];

async function refusingFromTheStart(scene: RealScene): Promise<PutBack> {
  scene.provider.options.refusesKey = true;
  // Another spelling of the same address: nothing is remembered of it.
  const back = await connectTo(scene, (url) => url.replace('127.0.0.1', 'localhost'));
  return async () => {
    scene.provider.options.refusesKey = false;
    await back();
  };
}

async function connectTo({ asAdmin }: RealScene, change: (url: string) => string): Promise<PutBack> {
  const before = await asAdmin('GET', '/openai/config');
  const urls = (before.OPENAI_API_BASE_URLS as string[]).map(change);
  await asAdmin('POST', '/openai/config/update', { ...before, OPENAI_API_BASE_URLS: urls });
  return async () => {
    await asAdmin('POST', '/openai/config/update', before);
  };
}

function changed(
  name: string,
  expected: RealCase['expected'],
  change: (scene: RealScene) => Promise<PutBack>,
  credential: (scene: RealScene) => string | Promise<string> = ({ service }) => service.key,
): RealCase {
  return {
    name,
    expected,
    async make(scene) {
      const key = await credential(scene);
      await scene.call('GET', '/api/models', { as: key });
      const putBack = await change(scene);
      scene.onEnd(async () => {
        await putBack();
        await untilListIsStale();
        await scene.call('GET', '/api/models', { as: scene.admin.token });
      });
      await untilListIsStale();
      return { input: { baseUrl: scene.baseUrl, credential: key, model: 'echo' } };
    },
  };
}
