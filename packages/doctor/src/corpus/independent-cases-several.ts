/** Two things wrong at once: what must be said first is what has to be mended first for anybody to be answered. */
import { createDoctorTools } from '../evidence/doctor-tools.ts';
import type { CorpusCase } from './corpus-case.ts';
import { NEWEST } from './corpus-case.ts';
import { folderThatIsAFile } from './independent-cases-own.ts';
import { sceneWith } from './independent-scene.ts';
import { proxyTo, standIn, standInWithCertificate } from './stand-in-server.ts';

const PROVIDER_KEY = `sk-${'proj'}-${'Ab3dE6gH9'.repeat(12)}`;
const DAY_MS = 86_400_000;

export const independentSeveralCases: readonly CorpusCase[] = [
  {
    name: 'independent: a path in the address, and the key of OpenAI',
    versions: NEWEST,
    expected: { cause: 'url-has-path', confidence: 'certain' },
    make: (setting) => sceneWith(setting, { baseUrl: `${setting.practice.url}/api`, credential: PROVIDER_KEY }),
  },
  {
    name: 'independent: Open WebUI is stopped, and the example key was left in',
    versions: NEWEST,
    expected: { cause: 'connection-refused', confidence: 'certain' },
    async make(setting) {
      const gone = await standIn(() => undefined);
      await gone.close();
      return sceneWith(setting, { baseUrl: `http://127.0.0.1:${gone.port}`, credential: 'votre-clé' });
    },
  },
  // Corrected (was certain): an hour is a matter of clocks, and not every clock in a reply is Open WebUI’s.
  {
    name: 'independent: the token has ended, and the model is misspelt',
    versions: NEWEST,
    expected: { cause: 'session-token-expired', confidence: 'probable' },
    make(setting) {
      const past = Math.floor(Date.now() / 1000) - 3_600;
      const credential = setting.practice.state.forgeSessionToken({ id: setting.account.id, exp: past });
      return sceneWith(setting, { credential, model: 'Echo' });
    },
  },
  {
    name: 'independent: the key of OpenAI, and API keys are switched off',
    versions: NEWEST,
    expected: { cause: 'key-is-provider-key', confidence: 'certain' },
    make(setting) {
      setting.practice.state.set('ENABLE_API_KEYS', false);
      return sceneWith(setting, { credential: PROVIDER_KEY });
    },
  },
  {
    name: 'independent: API keys are switched off, and the model is misspelt',
    versions: ['0.9.6', '0.12.4'],
    expected: { cause: 'api-keys-disabled', confidence: 'probable' },
    make(setting) {
      setting.practice.state.set('ENABLE_API_KEYS', false);
      return sceneWith(setting, { model: 'Echo' });
    },
  },
  {
    name: 'independent: the key is unknown, and the data folder cannot be written',
    versions: NEWEST,
    expected: { cause: 'key-unknown', confidence: 'certain' },
    async make(setting) {
      setting.practice.state.revokeKey(setting.account);
      return sceneWith(setting, { dataDir: await folderThatIsAFile(setting) });
    },
  },
  {
    name: 'independent: an untrusted certificate, and an unknown key',
    versions: NEWEST,
    expected: { cause: 'tls-invalid', confidence: 'certain' },
    async make(setting) {
      setting.practice.state.revokeKey(setting.account);
      const front = await standInWithCertificate({
        names: [{ ip: [127, 0, 0, 1] }],
        from: new Date(Date.now() - DAY_MS),
        to: new Date(Date.now() + 90 * DAY_MS),
      });
      setting.onEnd(() => front.close());
      return sceneWith(setting, { baseUrl: `https://127.0.0.1:${front.port}` });
    },
  },
  {
    name: 'independent: the header falls on the way, and the key would be unknown',
    versions: NEWEST,
    expected: { cause: 'header-stripped', confidence: 'certain' },
    async make(setting) {
      setting.practice.state.revokeKey(setting.account);
      const front = await proxyTo(setting.practice.url, { request: (headers) => void delete headers.authorization });
      setting.onEnd(() => front.close());
      return sceneWith(setting, { baseUrl: `http://127.0.0.1:${front.port}` });
    },
  },
  {
    // The list is checked before the role; the path that is open tells the role.
    name: 'independent: the account waits, and keys are restricted to the list of models',
    versions: ['0.9.6', '0.12.4'],
    expected: { cause: 'account-pending', confidence: 'certain' },
    make(setting) {
      setting.account.role = 'pending';
      setting.practice.state.restrictKeysTo('/api/models');
      return sceneWith(setting);
    },
  },
  {
    name: "independent: the administrator's key, and the provider refuses",
    versions: NEWEST,
    expected: { cause: 'provider-refused', confidence: 'certain' },
    make(setting) {
      const { state } = setting.practice;
      return sceneWith(setting, { credential: state.makeKey(state.administrator), model: 'err401' });
    },
  },
  {
    name: 'independent: a token that ends in two hours, and the provider refuses',
    versions: NEWEST,
    expected: { cause: 'provider-refused', confidence: 'certain' },
    make(setting) {
      setting.practice.state.set('JWT_EXPIRES_IN', '2h');
      const credential = setting.practice.state.makeSessionToken(setting.account);
      return sceneWith(setting, { credential, model: 'err401' });
    },
  },
  {
    name: 'independent: our clock is an hour ahead, and the provider limits requests',
    versions: NEWEST,
    expected: { cause: 'provider-rate-limited', confidence: 'certain' },
    make: (setting) => ({
      ...sceneWith(setting, { model: 'err429' }),
      tools: { ...createDoctorTools(), now: () => Date.now() + DAY_MS / 24 },
    }),
  },
  // Corrected (was certain), as for an empty list elsewhere.
  {
    name: 'independent: nothing is shared, and documents are expected',
    versions: NEWEST,
    fresh: true,
    expected: { cause: 'no-models', confidence: 'probable' },
    make(setting) {
      setting.practice.state.set('ENABLE_API_KEYS', true);
      setting.practice.state.permit('features', 'api_keys', true);
      return sceneWith(setting, { expectsKnowledge: true });
    },
  },
  {
    // As after an installation: both are off, and the words are the same.
    name: 'independent: a fresh Open WebUI where nothing was switched on',
    versions: ['0.9.6', '0.12.4'],
    fresh: true,
    expected: { cause: 'api-keys-disabled', confidence: 'probable' },
    make: (setting) => sceneWith(setting),
  },
];
