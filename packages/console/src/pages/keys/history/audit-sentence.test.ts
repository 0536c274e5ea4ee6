import { expect, it } from 'vitest';
import { en } from '../../../text/en.ts';
import { fr } from '../../../text/fr.ts';
import { actorName } from './actor-name.ts';
import { auditSentence } from './audit-sentence.ts';

const entry = (action: string, detail: Record<string, unknown> = {}) => ({
  id: '1',
  at: '2026-11-23T08:00:00.000Z',
  actor: 'console',
  action,
  detail,
});
const inEnglish = (action: string, detail?: Record<string, unknown>) => auditSentence(entry(action, detail), en, 'en');
const words = en.history.action;
const KEY = { kind: 'open-webui-api-key', fingerprint: 'aa:bb' };

it.each([
  ['signed-in', {}, words['signed-in']],
  ['credential-removed', {}, words['credential-removed']],
  ['sign-in-refused', { by: 'password' }, words['sign-in-refused']],
  ['signed-out', {}, words['signed-out']],
  ['password-set', {}, words['password-set']],
  [
    'settings-changed',
    { changes: [{ name: 'OPENWEBUI_URL', after: 'http://chat' }, { name: 'OPENWEBUI_MODEL' }] },
    'Settings were changed: OPENWEBUI_URL, OPENWEBUI_MODEL.',
  ],
  ['settings-changed', {}, words.settingsOther],
  ['credential-replaced', KEY, 'The key was replaced: API key, fingerprint aa:bb.'],
  [
    'credential-refused',
    { ...KEY, cause: 'key-unknown' },
    'A new key was rejected, and the old one stayed in use: API key, fingerprint aa:bb. Open WebUI does not know this key.',
  ],
  ['signed-in-at-open-webui', { outcome: 'session' }, words.signInSession],
  ['signed-in-at-open-webui', { outcome: 'second-factor' }, words.signInSecondFactor],
  ['signed-in-at-open-webui', { outcome: 'refused', cause: 'unknown' }, 'A sign-in to Open WebUI failed.'],
  [
    'signed-in-at-open-webui',
    { outcome: 'refused', cause: 'timeout' },
    'A sign-in to Open WebUI failed. Open WebUI did not answer in time.',
  ],
  ['key-exchanged', { outcome: 'done', created: false }, words.exchangeExisting],
  ['key-exchanged', { outcome: 'done', created: true }, words.exchangeCreated],
  ['key-exchanged', { outcome: 'done', created: true, replacedOld: true }, words.exchangeReplaced],
  ['key-exchanged', { outcome: 'no-key' }, words.exchangeNoKey],
  ['key-exchanged', { outcome: 'would-replace' }, words.exchangeWouldReplace],
  ['key-exchanged', { outcome: 'keys-off' }, words.exchangeKeysOff],
  ['key-exchanged', { outcome: 'failed' }, words.exchangeFailed],
  ['something-later', {}, 'Done: something-later.'],
])('%s %j', (action, detail, sentence) => {
  expect(inEnglish(action, detail)).toBe(sentence);
});

it('speaks French, causes included', () => {
  const refused = entry('credential-refused', { ...KEY, cause: 'key-unknown' });
  expect(auditSentence(refused, fr, 'fr')).toContain('Open WebUI ne connaît pas cette clé.');
  expect(actorName('command line', fr)).toBe('Ligne de commande');
  expect(actorName('somebody', fr)).toBe('somebody');
});
