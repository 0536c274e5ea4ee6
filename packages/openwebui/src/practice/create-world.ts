import { randomBytes } from 'node:crypto';
import { AgentRuns } from './agent/agent-runs.ts';
import { Sockets } from './agent/sockets.ts';
import { changesOf } from './changes.ts';
import { AudioSettings } from './content/audio-settings.ts';
import { Chats } from './content/chats.ts';
import { Feedbacks } from './content/feedbacks.ts';
import { Files } from './content/files.ts';
import { readGrant } from './content/grants.ts';
import { KnowledgeBases } from './content/knowledge-bases.ts';
import { Models } from './content/models.ts';
import { Skills } from './content/skills.ts';
import { Accounts } from './identity/accounts.ts';
import { ApiKeys } from './identity/api-keys.ts';
import { defaultPermissions } from './identity/default-permissions.ts';
import { Groups } from './identity/groups.ts';
import { RateLimiter } from './identity/rate-limiter.ts';
import { SecondFactorDesk } from './identity/second-factor-desk.ts';
import { Settings } from './identity/settings.ts';
import { Plugins } from './plugins/plugins.ts';
import type { PracticeOptions } from './practice-options.ts';
import { GUIDE_MODEL, LISTED_MODELS } from './provider/behaviours.ts';
import { ScriptedProvider } from './provider/scripted-provider.ts';
import type { World } from './world.ts';

export const DEFAULT_VERSION = '0.12.4';

const MINUTE_MS = 60_000;
/** Sign-in: 15 tries in three minutes per e-mail, right or wrong; the 16th is 429. */
const SIGN_IN_TRIES = 15;
/** With a second factor: 10 passwords per account and 100 calls per address in a quarter of an hour. */
const SECOND_FACTOR_PASSWORDS = 10;
const SECOND_FACTOR_CALLS = 100;

/** A server as it stands before its first request: one administrator, and the provider's models. */
export function createWorld(options: PracticeOptions, stopped: AbortSignal): World {
  const version = options.version ?? DEFAULT_VERSION;
  const now = options.now ?? Date.now;
  const fresh = options.fresh ?? false;
  const world: World = {
    version,
    has: changesOf(version),
    now,
    // The recordings' secret where everything else is the recordings' too, so that tests can make tokens.
    secret: fresh ? randomBytes(32).toString('hex') : 'test-secret',
    accounts: new Accounts(now),
    keys: new ApiKeys(),
    groups: new Groups(),
    settings: new Settings(version),
    permissions: { current: defaultPermissions(version) },
    signIns: new RateLimiter(SIGN_IN_TRIES, 3 * MINUTE_MS, now),
    secondFactors: new SecondFactorDesk(now),
    secondFactorBudgets: {
      perAccount: new RateLimiter(SECOND_FACTOR_PASSWORDS, 15 * MINUTE_MS, now),
      perAddress: new RateLimiter(SECOND_FACTOR_CALLS, 15 * MINUTE_MS, now),
    },
    models: new Models({ everybodySeesAll: !fresh }),
    audio: new AudioSettings(),
    files: new Files(),
    knowledge: new KnowledgeBases(),
    skills: new Skills(),
    chats: new Chats(),
    feedbacks: new Feedbacks(),
    plugins: new Plugins(),
    sockets: new Sockets(),
    agentRuns: new AgentRuns(),
    received: [],
    provider: new ScriptedProvider(providerOptions(options)),
    stopped,
  };
  allowApiKeys(world, !fresh);
  world.accounts.add({ name: 'Admin', email: 'admin@example.com', password: 'admin-password', role: 'admin' });
  if (options.demo) introduceGuide(world);
  return world;
}

function providerOptions({ provider = {}, demo }: PracticeOptions) {
  if (!demo) return provider;
  const models = provider.models ?? LISTED_MODELS;
  return { ...provider, models: [GUIDE_MODEL, ...models.filter((id) => id !== GUIDE_MODEL)] };
}

function allowApiKeys(world: World, allowed: boolean): void {
  // Before 0.6.37 keys were on from the start, and nobody needed a permission.
  world.settings.set('ENABLE_API_KEYS', allowed || !world.has('apiKeysNeedPermission'));
  const features = world.permissions.current.features;
  if (features && 'api_keys' in features) features.api_keys = allowed;
}

/** Gives the guide a name people can read, and questions to begin with. */
function introduceGuide(world: World): void {
  const prompts: [title: [string, string], content: string][] = [
    [['What is Guichet?', 'in two minutes'], 'What is Guichet?'],
    [['Which key do I need?', 'sk- or eyJ'], 'Which key do I need, the one with sk- or with eyJ?'],
    [['À quoi sert Guichet ?', 'en deux minutes'], 'À quoi sert Guichet ?'],
    [['Où trouver ma clé API ?', 'dans Open WebUI'], 'Où cliquer pour créer ma clé API ?'],
  ];
  const now = world.accounts.seconds();
  world.models.put({
    id: GUIDE_MODEL,
    ownerId: world.accounts.firstAdministrator()?.id ?? '',
    baseModelId: null,
    name: 'Guichet guide (practice)',
    meta: {
      profile_image_url: null,
      description: 'Answers from a small built-in guide. There is no language model behind it.',
      capabilities: {},
      suggestion_prompts: prompts.map(([title, content]) => ({ title, content })),
    },
    params: {},
    grants: [readGrant({ principal_id: '*' }, { resource_type: 'model', resource_id: GUIDE_MODEL, created_at: now })],
    isActive: true,
    createdAt: now,
    updatedAt: now,
  });
}
