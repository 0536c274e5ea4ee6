import type { CorpusCase, ExpectedFinding } from './corpus-case.ts';
import { NEWEST } from './corpus-case.ts';
import { askAsAdministrator, sceneWith } from './independent-scene.ts';

const FINE: ExpectedFinding = { cause: 'none', confidence: 'certain' };
const RESTRICTED: ExpectedFinding = { cause: 'api-key-endpoint-restricted', confidence: 'certain' };
const NEEDED = '/api/models,/api/chat/completions,/api/v1/users/user/status,/api/v1/files,/api/v1/evaluations/feedback';
/** Up to 0.8.12 the restriction refuses public routes as well when a key comes along. */
const LIST_VERSIONS = ['0.8.12', '0.9.6', '0.12.4'] as const;
const OLD_CONFIG = ['0.6.43', '0.8.12'] as const;
const NEW_CONFIG = ['0.9.6', '0.11.4', '0.12.4'] as const;

interface List {
  name: string;
  allowed: string;
  expected: ExpectedFinding;
  versions?: readonly string[];
}

const LISTS: List[] = [
  { name: 'exactly what is needed', allowed: NEEDED, expected: FINE, versions: ['0.9.6', '0.11.4', '0.12.4'] },
  { name: 'what is needed, with blanks after the commas', allowed: NEEDED.replaceAll(',', ', '), expected: FINE },
  {
    name: 'what is needed and more',
    allowed: `${NEEDED},/api/v1/chats,/api/v1/knowledge,/api/v1/users`,
    expected: FINE,
  },
  { name: 'everything below /api', allowed: '/api', expected: FINE },
  {
    name: 'models and answers only, not who owns the key',
    allowed: '/api/models,/api/chat/completions',
    expected: FINE,
    versions: LIST_VERSIONS,
  },
  {
    name: 'models but no answers',
    allowed: '/api/models,/api/v1/users/user/status',
    expected: RESTRICTED,
    versions: LIST_VERSIONS,
  },
  { name: 'answers but no models', allowed: '/api/chat/completions', expected: RESTRICTED, versions: LIST_VERSIONS },
  { name: 'a slash too many at the end of each', allowed: '/api/models/,/api/chat/completions/', expected: RESTRICTED },
  {
    name: 'whole addresses instead of paths',
    allowed: 'https://ia.example.org/api/models,https://ia.example.org/api/chat/completions',
    expected: RESTRICTED,
  },
  { name: 'the addresses of an OpenAI interface', allowed: '/v1/models,/v1/chat/completions', expected: RESTRICTED },
  { name: 'nothing at all', allowed: '', expected: RESTRICTED },
];

export const independentSwitchCases: readonly CorpusCase[] = [
  {
    // Its public configuration says whether the switch is on.
    name: 'independent: API keys are switched off, on a version that says so',
    versions: OLD_CONFIG,
    expected: { cause: 'api-keys-disabled', confidence: 'certain' },
    make(setting) {
      setting.practice.state.set('ENABLE_API_KEYS', false);
      return sceneWith(setting);
    },
  },
  {
    name: 'independent: API keys are switched off',
    versions: NEW_CONFIG,
    expected: { cause: 'api-keys-disabled', confidence: 'probable' },
    make(setting) {
      setting.practice.state.set('ENABLE_API_KEYS', false);
      return sceneWith(setting);
    },
  },
  {
    name: 'independent: the owner may not have keys, on a version that shows its switch',
    versions: OLD_CONFIG,
    expected: { cause: 'api-keys-not-permitted', confidence: 'certain' },
    make(setting) {
      setting.practice.state.permit('features', 'api_keys', false);
      return sceneWith(setting);
    },
  },
  {
    // The same words as when the switch is off. The switch is named first: in 0.12.4 the permission only shows once it is on.
    name: 'independent: the owner may not have keys',
    versions: NEW_CONFIG,
    expected: { cause: 'api-keys-disabled', confidence: 'probable' },
    make(setting) {
      setting.practice.state.permit('features', 'api_keys', false);
      return sceneWith(setting);
    },
  },
  // Corrected (was none): a token where a key belongs.
  {
    // An administrator needs no permission, so it can only be the switch.
    name: 'independent: a session token works where API keys are switched off',
    versions: NEWEST,
    expected: { cause: 'session-token-used', confidence: 'certain' },
    make(setting) {
      setting.practice.state.set('ENABLE_API_KEYS', false);
      setting.practice.state.set('JWT_EXPIRES_IN', '-1');
      return sceneWith(setting, { credential: setting.practice.state.makeSessionToken(setting.account) });
    },
  },
  {
    name: 'independent: an account that waits, and keys that nobody may have',
    versions: NEWEST,
    expected: { cause: 'api-keys-disabled', confidence: 'probable' },
    make(setting) {
      setting.account.role = 'pending';
      setting.practice.state.permit('features', 'api_keys', false);
      return sceneWith(setting);
    },
  },
  {
    name: 'independent: the permission comes by a group, not by default',
    versions: NEWEST,
    expected: FINE,
    async make(setting) {
      setting.practice.state.permit('features', 'api_keys', false);
      const group = { name: 'Guichet', description: '', permissions: { features: { api_keys: true } } };
      const made = await makeGroup(
        setting.practice.url,
        setting.practice.state.makeSessionToken(setting.practice.state.administrator),
        group,
      );
      await askAsAdministrator(setting, `/api/v1/groups/id/${made}/users/add`, { user_ids: [setting.account.id] });
      return sceneWith(setting);
    },
  },
  ...LISTS.map(
    ({ name, allowed, expected, versions }): CorpusCase => ({
      name: `independent: keys are restricted to ${name}`,
      versions: versions ?? NEWEST,
      expected,
      make(setting) {
        setting.practice.state.restrictKeysTo(allowed);
        return sceneWith(setting);
      },
    }),
  ),
  {
    name: 'independent: "User Status" is off',
    versions: ['0.8.12', '0.11.4', '0.12.4'],
    expected: FINE,
    make(setting) {
      setting.practice.state.set('ENABLE_USER_STATUS', false);
      return sceneWith(setting);
    },
  },
  {
    name: 'independent: "User Status" is off and keys are restricted to what is needed',
    versions: NEWEST,
    expected: FINE,
    make(setting) {
      setting.practice.state.set('ENABLE_USER_STATUS', false);
      setting.practice.state.restrictKeysTo(NEEDED);
      return sceneWith(setting);
    },
  },
  {
    name: 'independent: a second factor is asked of people, and the key does not mind',
    versions: NEWEST,
    expected: FINE,
    make(setting) {
      setting.practice.state.set('ENABLE_MFA', true);
      return sceneWith(setting);
    },
  },
];

async function makeGroup(url: string, token: string, group: object): Promise<string> {
  const reply = await fetch(`${url}/api/v1/groups/create`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(group),
  });
  const { id } = (await reply.json()) as { id: string };
  return id;
}
