import { expect, it } from 'vitest';
import { en } from '../../../text/en.ts';
import { fr } from '../../../text/fr.ts';
import { auditSentence } from './audit-sentence.ts';

const entry = (action: string, detail: Record<string, unknown>) => ({
  id: '1',
  at: '',
  actor: 'console',
  action,
  detail,
});

it.each([
  [
    'set-up-step',
    { step: 'make-account', name: 'Guichet', email: 'a@b.c', outcome: 'done' },
    'Automatic set-up, account a@b.c: done.',
  ],
  ['set-up-step', { step: 'make-key', name: 'x', outcome: 'failed' }, 'Automatic set-up, API key: failed.'],
  [
    'set-up-step',
    { step: 'share-model', id: 'echo', site: 'shop', outcome: 'done' },
    'Automatic set-up, model shared echo (site shop): done.',
  ],
  [
    'set-up-undone',
    { step: 'share-model', id: 'echo', site: 'default', outcome: 'undone' },
    'Automatic set-up undone, model shared echo: undone.',
  ],
  ['set-up-step', { step: 'later', outcome: 'odd' }, 'Automatic set-up, another step: odd.'],
  [
    'set-up-undone',
    { step: 'make-group', name: 'Guichet', outcome: 'undone' },
    'Automatic set-up undone, group Guichet: undone.',
  ],
  ['allow-list-applied', { line: '/api/models' }, 'API keys were restricted for everyone in Open WebUI: /api/models'],
  ['allow-list-undone', { outcome: 'undone' }, en.setUp.history.allowListUndone],
  ['allow-list-undone', { outcome: 'kept' }, en.setUp.history.allowListKept],
  ['allow-list-undone', { outcome: 'failed' }, en.setUp.history.allowListNotUndone],
  ['renewal-chosen', { email: 'a@b.c', outcome: 'renewed' }, 'Renewal with the account a@b.c was switched on.'],
  ['renewal-chosen', { email: 'a@b.c', outcome: 'refused' }, en.setUp.history.renewalRefused({ email: 'a@b.c' })],
  [
    'agent-account-chosen',
    { email: 'a@b.c', outcome: 'kept' },
    en.setUp.history.agentAccountChosen({ email: 'a@b.c' }),
  ],
  [
    'agent-account-chosen',
    { email: 'a@b.c', outcome: 'refused' },
    en.setUp.history.agentAccountRefused({ email: 'a@b.c' }),
  ],
  ['agent-account-forgotten', {}, en.setUp.history['agent-account-forgotten']],
  [
    'set-up-step',
    { step: 'copy-model', name: 'Guide', id: 'guide-website', outcome: 'done' },
    'Automatic set-up, copy of the model for the website Guide: done.',
  ],
  ['renewal-ended', {}, en.setUp.history['renewal-ended']],
])('%s %j', (action, detail, sentence) => {
  expect(auditSentence(entry(action, detail), en, 'en')).toBe(sentence);
});

it('speaks French', () => {
  const said = auditSentence(entry('set-up-step', { step: 'share-model', id: 'echo', outcome: 'already' }), fr, 'fr');
  expect(said).toBe('Mise en place, partage du modèle echo\u202f: déjà là.');
});
