import type { CorpusCase, CorpusSetting, ExpectedFinding } from './corpus-case.ts';
import { FIVE_VERSIONS, NEWEST } from './corpus-case.ts';
import { sceneWith } from './independent-scene.ts';

const FINE: ExpectedFinding = { cause: 'none', confidence: 'certain' };
const CUT_OFF = 30;

/** Written in pieces, so that nobody who searches the repository for lost keys stops here. */
const letters = (count: number) => 'Qw7eRt9yUi2oPa4sDf6gHj8kLz0xCv1bNm3'.repeat(4).slice(0, count);

interface Written {
  name: string;
  expected: ExpectedFinding;
  key(key: string, setting: CorpusSetting): string;
}

/** A key that works, as it comes out of mails, .env files and forms. */
const FINE_AT_HEART: Written[] = [
  { name: 'quotes around the key reached Guichet (docker --env-file)', expected: FINE, key: (key) => `"${key}"` },
  { name: 'the key ends with a line break (a secret file)', expected: FINE, key: (key) => `${key}\n` },
  { name: 'the key was pasted with "Bearer " before it', expected: FINE, key: (key) => `Bearer ${key}` },
  { name: 'a no-break space came along from a French mail', expected: FINE, key: (key) => `\u00a0${key}\u00a0` },
  { name: 'an invisible byte-order mark stands before the key', expected: FINE, key: (key) => `\ufeff${key}` },
];

const said = (cause: ExpectedFinding['cause']): ExpectedFinding => ({ cause, confidence: 'certain' });
/**
 * Corrected wherever it stands (certain was expected): the shape says that Open WebUI never made it, but a gateway in
 * front may take words of its own.
 */
const likely = (cause: ExpectedFinding['cause']): ExpectedFinding => ({ cause, confidence: 'probable' });

const WRONG_AS_WRITTEN: Written[] = [
  {
    name: 'the last characters were not marked when copying',
    expected: likely('key-malformed'),
    key: (key) => key.slice(0, CUT_OFF),
  },
  {
    name: 'only the part after the dash was copied by a double click',
    expected: likely('key-malformed'),
    key: (key) => key.slice(3),
  },
  // Corrected (was key-malformed): Guichet itself reads the dash as it was meant, and visitors are answered.
  {
    name: 'a word processor made an en dash of the dash',
    expected: FINE,
    key: (key) => key.replace('-', '\u2013'),
  },
  {
    name: 'a telephone wrote the key with a capital',
    expected: likely('key-malformed'),
    key: (key) => `S${key.slice(1)}`,
  },
  {
    name: 'the former and the new key stand side by side',
    expected: said('key-malformed'),
    key: (key, { practice, account }) => `${key} ${practice.state.makeKey(account)}`,
  },
  {
    name: 'e-mail and password instead of a key',
    expected: likely('key-malformed'),
    key: () => 'accueil@example.com:a-long-password',
  },
  { name: 'a key of OpenAI', expected: said('key-is-provider-key'), key: () => `sk-${'proj'}-${letters(120)}` },
  {
    name: 'a key of Anthropic',
    expected: said('key-is-provider-key'),
    key: () => `sk-${'ant'}-api03-${letters(90)}AA`,
  },
  {
    name: 'a key of OpenRouter',
    expected: said('key-is-provider-key'),
    key: () => `sk-${'or'}-v1-${'0a1b2c3d4e5f6789'.repeat(4)}`,
  },
  { name: 'a key of Groq', expected: said('key-is-provider-key'), key: () => `${'gsk'}_${letters(52)}` },
  { name: 'a key of Google', expected: said('key-is-provider-key'), key: () => `${'AIza'}Sy${letters(33)}` },
  // Mistral's keys are 32 letters and figures without a beginning of their own: nobody can be sure whose it is.
  { name: 'a key of Mistral, which looks like nothing', expected: likely('key-malformed'), key: () => letters(32) },
  { name: 'the example was left in: votre-clé-api', expected: likely('key-placeholder'), key: () => 'votre-clé-api' },
  { name: 'the example was left in: sk-xxx…', expected: likely('key-placeholder'), key: () => `sk-${'x'.repeat(32)}` },
  {
    name: 'the example was left in: nothing but noughts',
    expected: likely('key-placeholder'),
    key: () => `sk-${'0'.repeat(32)}`,
  },
  {
    name: 'the example was left in: <VOTRE_CLE_ICI>',
    expected: likely('key-placeholder'),
    key: () => '<VOTRE_CLE_ICI>',
  },
  { name: 'the example was left in: changez-moi', expected: likely('key-placeholder'), key: () => 'changez-moi' },
  { name: 'nothing but blanks for a key', expected: said('key-missing'), key: () => '   ' },
];

export const independentKeyCases: readonly CorpusCase[] = [
  {
    name: 'independent: all is well',
    versions: [...FIVE_VERSIONS, '0.10.2', '0.12.0'],
    expected: FINE,
    make: (setting) => sceneWith(setting),
  },
  ...[...FINE_AT_HEART, ...WRONG_AS_WRITTEN].map(
    ({ name, expected, key }): CorpusCase => ({
      name: `independent: ${name}`,
      versions: NEWEST,
      expected,
      make: (setting) => sceneWith(setting, { credential: key(setting.key, setting) }),
    }),
  ),
  {
    // Rotated, deleted and mistyped look the same, and the word means all three.
    name: 'independent: somebody made a new key, and this one died of it',
    versions: ['0.6.43', '0.9.6', '0.12.4'],
    expected: said('key-unknown'),
    make(setting) {
      setting.practice.state.makeKey(setting.account);
      return sceneWith(setting);
    },
  },
  {
    name: 'independent: the account of the key was deleted',
    versions: ['0.8.12', '0.12.4'],
    expected: said('key-unknown'),
    make(setting) {
      setting.practice.state.deleteAccount(setting.account);
      return sceneWith(setting);
    },
  },
  {
    name: "independent: the administrator's own key",
    versions: FIVE_VERSIONS,
    expected: said('key-owner-is-admin'),
    make(setting) {
      const { state } = setting.practice;
      return sceneWith(setting, { credential: state.makeKey(state.administrator) });
    },
  },
  {
    name: 'independent: the account still waits for approval',
    versions: ['0.6.43', '0.9.6', '0.12.4'],
    expected: said('account-pending'),
    make(setting) {
      setting.account.role = 'pending';
      return sceneWith(setting);
    },
  },
];
