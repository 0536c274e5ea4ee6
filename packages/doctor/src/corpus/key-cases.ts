import { SAMPLE_KEYS, sampleToken, seededRandom } from '@guichet/keys/samples';
import { type CorpusCase, type CorpusSetting, FIVE_VERSIONS, NEWEST } from './corpus-case.ts';
import { proxyTo } from './stand-in-server.ts';

type Expected = CorpusCase['expected'];

const certain = (cause: Expected['cause']): Expected => ({ cause, confidence: 'certain' });
const probable = (cause: Expected['cause']): Expected => ({ cause, confidence: 'probable' });

function given(
  name: string,
  versions: readonly string[],
  expected: Expected,
  credential: (setting: CorpusSetting) => string,
): CorpusCase {
  return {
    name,
    versions,
    expected,
    make: (setting) => ({ input: { baseUrl: setting.practice.url, credential: credential(setting), model: 'echo' } }),
  };
}

const sample = (kind: keyof typeof SAMPLE_KEYS) => SAMPLE_KEYS[kind](seededRandom(7));
const seconds = () => Math.floor(Date.now() / 1000);
const DAY = 86_400;

/** Versions whose switch of API keys everybody may read, and those that hide it. */
const SWITCH_SHOWN = ['0.6.43', '0.8.12', '0.9.4'];
const SWITCH_HIDDEN = ['0.9.6', '0.11.4', '0.12.4'];

function goneSession({ practice, account, token }: CorpusSetting): string {
  practice.state.deleteAccount(account);
  return token;
}

/** As 0.12 makes it where no second factor is asked for. */
function stampedToken({ practice, account }: CorpusSetting): string {
  const claims = { id: account.id, typ: 'session', mfa_verified: false, exp: seconds() + 30 * DAY };
  const stamp = account.sessionStamp;
  return practice.state.forgeSessionToken(stamp === null ? claims : { ...claims, session_stamp: stamp });
}

/** Wrong keys, refused keys, and keys that nobody lets through. */
export const keyCases: CorpusCase[] = [
  given('no key', NEWEST, certain('key-missing'), () => ''),
  given('an example', NEWEST, probable('key-placeholder'), () => 'sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'),
  given('a masked key', NEWEST, certain('key-malformed'), () => 'sk-••••••••••••••••••••••••'),
  given('a key cut off', NEWEST, probable('key-malformed'), ({ key }) => key.slice(0, 20)),
  given('a block of YAML without its value', NEWEST, probable('key-missing'), () => 'OPENWEBUI_API_KEY: >-'),
  given('two different keys', NEWEST, certain('key-malformed'), ({ key }) => `${key}\n${sample('open-webui-api-key')}`),
  given('the key of another Open WebUI, in Base64', NEWEST, certain('key-unknown'), () =>
    btoa(`${sample('open-webui-api-key')}\n`),
  ),
  given(
    'a session that works, with a literal \\n behind it',
    NEWEST,
    certain('session-token-used'),
    ({ token }) => `OPENWEBUI_API_KEY="${token}\\n"`,
  ),
  given('a key of OpenAI, in Base64', NEWEST, certain('key-is-provider-key'), () => btoa(sample('openai-project'))),
  given('a key of Kimi’s coding plan', NEWEST, certain('key-is-provider-key'), () => sample('kimi-code')),
  given('a key of OpenAI', NEWEST, certain('key-is-provider-key'), () => sample('openai-project')),
  given('a key of Anthropic', NEWEST, certain('key-is-provider-key'), () => sample('anthropic-api')),
  given('a key of OpenRouter', NEWEST, certain('key-is-provider-key'), () => sample('openrouter')),
  given('a key of Groq', NEWEST, certain('key-is-provider-key'), () => sample('groq')),
  given('a key of Gemini', NEWEST, certain('key-is-provider-key'), () => sample('gemini-standard')),
  given('a token of another program', NEWEST, certain('key-is-foreign-token'), () =>
    sampleToken(seededRandom(3), { iss: 'https://sso.example.com', sub: 'me', exp: seconds() + DAY }),
  ),
  given('a key of DeepSeek, nearly of the very shape', NEWEST, probable('key-is-provider-key'), () =>
    sample('deepseek'),
  ),
  given('a key of another Open WebUI', NEWEST, certain('key-unknown'), () => sample('open-webui-api-key')),
  given(
    'a session without the second factor that is asked for since',
    NEWEST,
    probable('session-token-revoked'),
    (setting) => {
      setting.practice.state.set('ENABLE_MFA', true);
      return stampedToken(setting);
    },
  ),
  given('a key that was deleted', FIVE_VERSIONS, certain('key-unknown'), ({ practice, account, key }) => {
    practice.state.revokeKey(account);
    return key;
  }),
  given('a key that was renewed', NEWEST, certain('key-unknown'), ({ practice, account, key }) => {
    practice.state.makeKey(account);
    return key;
  }),
  given('a key whose account was deleted', NEWEST, certain('key-unknown'), ({ practice, account, key }) => {
    practice.state.deleteAccount(account);
    return key;
  }),
  given('a session that ended long ago', NEWEST, certain('session-token-expired'), ({ practice, account }) =>
    practice.state.forgeSessionToken({ id: account.id, exp: seconds() - 30 * DAY }),
  ),
  given('a session that ended just now', NEWEST, probable('session-token-expired'), ({ practice, account }) =>
    practice.state.forgeSessionToken({ id: account.id, exp: seconds() - 60 }),
  ),
  given(
    'a session signed with another secret',
    FIVE_VERSIONS,
    probable('session-token-rejected'),
    ({ practice, token }) => {
      practice.state.changeSecret();
      return token;
    },
  ),
  given('a session made by a script', NEWEST, probable('session-token-rejected'), ({ practice, account }) =>
    practice.state.forgeSessionToken({ id: account.id, exp: seconds() + 30 * DAY }),
  ),
  // A second factor that is asked for since would end it in the same words.
  given('a session ended by a new password', NEWEST, probable('session-token-revoked'), (setting) => {
    const token = stampedToken(setting);
    setting.practice.state.revokeSessions(setting.account);
    return token;
  }),
  given(
    'a session with its second factor, ended by a new password',
    NEWEST,
    certain('session-token-revoked'),
    ({ practice, account, token }) => {
      practice.state.revokeSessions(account);
      return token;
    },
  ),
  given('a session whose account was deleted', ['0.8.12', '0.11.4'], certain('account-gone'), goneSession),
  given('a session whose account was deleted, or never completed', NEWEST, probable('account-gone'), goneSession),
  given('a session that works', FIVE_VERSIONS, certain('session-token-used'), ({ token }) => token),
  given('a session that ends in two days', NEWEST, certain('session-token-expiring'), ({ practice, account }) => {
    practice.state.set('JWT_EXPIRES_IN', '2d');
    return practice.state.makeSessionToken(account);
  }),
  given('keys switched off, where that is shown', SWITCH_SHOWN, certain('api-keys-disabled'), ({ practice, key }) => {
    practice.state.set('ENABLE_API_KEYS', false);
    return key;
  }),
  given(
    'keys switched off, where that is hidden',
    SWITCH_HIDDEN,
    probable('api-keys-disabled'),
    ({ practice, key }) => {
      practice.state.set('ENABLE_API_KEYS', false);
      return key;
    },
  ),
  given(
    'keys not permitted, where the switch is shown',
    SWITCH_SHOWN,
    certain('api-keys-not-permitted'),
    ({ practice, key }) => {
      practice.state.permit('features', 'api_keys', false);
      return key;
    },
  ),
  given('a pending account, by its key', FIVE_VERSIONS, certain('account-pending'), ({ practice }) =>
    practice.state.makeKey(practice.state.addAccount({ role: 'pending' })),
  ),
  given('a pending account, by its session', ['0.9.6', '0.12.4'], certain('account-pending'), ({ practice }) =>
    practice.state.makeSessionToken(practice.state.addAccount({ role: 'pending' })),
  ),
  given('nothing is allowed to keys', FIVE_VERSIONS, certain('api-key-endpoint-restricted'), ({ practice, key }) => {
    practice.state.restrictKeysTo('/api/v1/nothing');
    return key;
  }),
  given(
    'answers are not allowed to keys',
    FIVE_VERSIONS,
    certain('api-key-endpoint-restricted'),
    ({ practice, key }) => {
      practice.state.restrictKeysTo('/api/models');
      return key;
    },
  ),
  given('an administrator’s key', FIVE_VERSIONS, certain('key-owner-is-admin'), ({ practice }) =>
    practice.state.makeKey(practice.state.administrator),
  ),
  given(
    'keys switched off and not permitted: one switch hides the other',
    SWITCH_HIDDEN,
    probable('api-keys-disabled'),
    ({ practice, key }) => {
      practice.state.set('ENABLE_API_KEYS', false);
      practice.state.permit('features', 'api_keys', false);
      return key;
    },
  ),
  {
    name: 'a proxy takes the key away',
    versions: ['0.8.12', '0.11.4', '0.12.4'],
    expected: certain('header-stripped'),
    async make({ practice, key, onEnd }) {
      const server = await proxyTo(practice.url, { request: (headers) => delete headers.authorization });
      onEnd(() => server.close());
      return { input: { baseUrl: `http://127.0.0.1:${server.port}`, credential: key } };
    },
  },
];
