import { SAMPLE_KEYS, sampleToken, seededRandom } from '@guichet/keys/samples';
import {
  changeSettings,
  claimsOf,
  isBefore,
  setKeyPermission,
  signSessionToken,
} from '@guichet/openwebui/contract-suite';
import { certain, NOTHING_WRONG, probable, type RealCase } from './real-case.ts';
import type { RealScene } from './real-scene.ts';

function given(
  name: string,
  expected: RealCase['expected'],
  credential: (scene: RealScene) => string | Promise<string>,
  bounds: Pick<RealCase, 'since' | 'until'> = {},
): RealCase {
  return {
    name,
    ...bounds,
    beside: true,
    expected,
    make: async (scene) => ({
      input: { baseUrl: scene.baseUrl, credential: await credential(scene), model: 'echo' },
    }),
  };
}

const sample = (kind: keyof typeof SAMPLE_KEYS) => SAMPLE_KEYS[kind](seededRandom(7));
const seconds = () => Math.floor(Date.now() / 1000);
const DAY = 86_400;

/** Wrong keys and refused ones. Sessions and accounts are of their own, so that no case meets another. */
export const keyCases: RealCase[] = [
  given('no key', certain('key-missing'), () => ''),
  given('an example', probable('key-placeholder'), () => 'sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'),
  given('a key of OpenAI', certain('key-is-provider-key'), () => sample('openai-project')),
  given('a key of Anthropic', certain('key-is-provider-key'), () => sample('anthropic-api')),
  given('a key of Gemini', certain('key-is-provider-key'), () => sample('gemini-standard')),
  given('a token of another program', certain('key-is-foreign-token'), () =>
    sampleToken(seededRandom(3), { iss: 'https://sso.example.com', sub: 'me', exp: seconds() + DAY }),
  ),
  given('a key nobody here made', certain('key-unknown'), () => sample('open-webui-api-key')),
  given('a key that was renewed', certain('key-unknown'), async ({ addAccount, makeKey }) => {
    const { token } = await addAccount();
    const key = await makeKey(token);
    await makeKey(token);
    return key;
  }),
  given('a key that was deleted', certain('key-unknown'), async ({ addAccount, makeKey, call }) => {
    const { token } = await addAccount();
    const key = await makeKey(token);
    await call('DELETE', '/api/v1/auths/api_key', { as: token });
    return key;
  }),
  given('a key whose account was deleted', certain('key-unknown'), async ({ addAccount, makeKey, asAdmin }) => {
    const { id, token } = await addAccount();
    const key = await makeKey(token);
    await asAdmin('DELETE', `/api/v1/users/${id}`);
    return key;
  }),
  given(
    'a session whose account was deleted',
    // From 0.12 on the same words are said of an account that was switched off.
    (version) => (isBefore(version, '0.12.0') ? certain('account-gone') : probable('account-gone')),
    async ({ addAccount, asAdmin }) => {
      const { id, token } = await addAccount();
      await asAdmin('DELETE', `/api/v1/users/${id}`);
      return token;
    },
  ),
  given('a session that works', certain('session-token-used'), ({ service }) => service.token),
  given(
    'a session after a sign-out, which without Redis ends nothing',
    certain('session-token-used'),
    async (scene) => {
      const { token } = await scene.addAccount();
      await scene.call('POST', '/api/v1/auths/signout', { as: token });
      return token;
    },
  ),
  given('a session that ended long ago', certain('session-token-expired'), ({ service, secret }) =>
    signSessionToken({ ...claimsOf(service.token), exp: seconds() - 30 * DAY }, secret),
  ),
  given('a session that ended just now', probable('session-token-expired'), ({ service, secret }) =>
    signSessionToken({ ...claimsOf(service.token), exp: seconds() - 60 }, secret),
  ),
  given('a session signed with another secret', probable('session-token-rejected'), ({ service }) =>
    signSessionToken(claimsOf(service.token), 'another-secret'),
  ),
  given(
    'a session made by a script, which 0.12 refuses',
    (version) => (isBefore(version, '0.12.0') ? certain('session-token-used') : probable('session-token-rejected')),
    ({ service, secret }) => signSessionToken({ id: service.id, exp: seconds() + 30 * DAY }, secret),
  ),
  given(
    'a session after a new password',
    // Without Redis it lived on before 0.12. From then on a second factor that is asked for since ends it in the same words.
    (version) => (isBefore(version, '0.12.0') ? certain('session-token-used') : probable('session-token-revoked')),
    async ({ addAccount, asAdmin }) => {
      const { id, email, token } = await addAccount();
      await asAdmin('POST', `/api/v1/users/${id}/update`, {
        role: 'user',
        name: 'Account',
        email,
        profile_image_url: '/user.png',
        password: 'new-Password-2',
      });
      return token;
    },
  ),
  given(
    'a session that an administrator ended',
    probable('session-token-revoked'),
    async ({ addAccount, asAdmin }) => {
      const { id, token } = await addAccount();
      await asAdmin('POST', `/api/v1/users/${id}/sessions/revoke`);
      return token;
    },
    { since: '0.12.0' },
  ),
  given('a pending account, by its key', certain('account-pending'), async ({ addAccount, makeKey }) =>
    makeKey((await addAccount('pending')).token),
  ),
  given(
    'a pending account, by its session',
    certain('account-pending'),
    async ({ addAccount }) => (await addAccount('pending')).token,
  ),
  given('an administrator’s key', certain('key-owner-is-admin'), async ({ addAccount, makeKey }) =>
    makeKey((await addAccount('admin')).token),
  ),
];

/** Up to 0.9.4 the switch stands in what everybody may read, so that it and the permission can be told apart. */
const whereSwitchShows =
  (cause: 'api-keys-disabled' | 'api-keys-not-permitted') =>
  (version: string): ReturnType<typeof certain> =>
    isBefore(version, '0.9.5') ? certain(cause) : probable('api-keys-disabled');

function switched(
  name: string,
  expected: RealCase['expected'],
  change: (scene: RealScene) => Promise<() => Promise<void>>,
  credential: (scene: RealScene) => string | Promise<string> = ({ service }) => service.key,
  bounds: Pick<RealCase, 'since' | 'until'> = {},
): RealCase {
  return {
    name,
    ...bounds,
    expected,
    async make(scene) {
      const key = await credential(scene);
      scene.onEnd(await change(scene));
      return { input: { baseUrl: scene.baseUrl, credential: key, model: 'echo' } };
    },
  };
}

const OURS = '/api/models,/api/chat/completions,/api/v1/users/user/status';

const allowed = (scene: RealScene, paths: string) =>
  changeSettings(scene, { ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS: true, API_KEYS_ALLOWED_ENDPOINTS: paths });

/** Settings of the instance, each put back. */
export const settingCases: RealCase[] = [
  switched('a key that works, and nothing wrong', NOTHING_WRONG, async () => async () => undefined),
  // Both hide the switch from keys (since 0.9.5), and say one sentence for it and for the permission.
  switched('keys switched off', whereSwitchShows('api-keys-disabled'), (scene) =>
    changeSettings(scene, { ENABLE_API_KEYS: false }),
  ),
  switched('keys not permitted to the account', whereSwitchShows('api-keys-not-permitted'), (scene) =>
    setKeyPermission(scene, false),
  ),
  switched(
    'keys switched off and not permitted: one switch hides the other',
    whereSwitchShows('api-keys-disabled'),
    async (scene) => {
      const permitAgain = await setKeyPermission(scene, false);
      const switchOn = await changeSettings(scene, { ENABLE_API_KEYS: false });
      return async () => {
        await switchOn();
        await permitAgain();
      };
    },
  ),
  switched('nothing is allowed to keys', certain('api-key-endpoint-restricted'), (scene) =>
    allowed(scene, '/api/v1/nothing'),
  ),
  switched('answers are not allowed to keys', certain('api-key-endpoint-restricted'), (scene) =>
    allowed(scene, '/api/models'),
  ),
  switched('keys are restricted to what Guichet needs, and nothing wrong', NOTHING_WRONG, (scene) =>
    allowed(scene, OURS),
  ),
  switched('identity is refused by a setting, and nothing wrong', NOTHING_WRONG, (scene) =>
    changeSettings(scene, { ENABLE_USER_STATUS: false }),
  ),
  switched(
    'identity is refused by a setting, and the key is an administrator’s',
    certain('key-owner-is-admin'),
    (scene) => changeSettings(scene, { ENABLE_USER_STATUS: false }),
    async ({ addAccount, makeKey }) => makeKey((await addAccount('admin')).token),
  ),
];
