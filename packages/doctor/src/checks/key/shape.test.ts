import { SAMPLE_KEYS, seededRandom } from '@guichet/keys/samples';
import { checkTable } from '../../testing/check-table.ts';
import { API_KEY, credential } from '../../testing/evidence.ts';
import { keyShape } from './shape.ts';

checkTable(keyShape, [
  ['a key', { credential: credential(API_KEY) }, 'ok'],
  [
    'a word of no known shape, which may be tried',
    { credential: credential('a-word-of-no-known-shape', { sendable: true }) },
    'ok',
  ],
  [
    'only its masked form',
    { credential: credential('sk-••••••••••••') },
    'fail certain key-malformed keyMasked | noAnswers → operator | copyWhole@own-key, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | length 15 (35) [settings]',
  ],
  [
    'two keys at once',
    { credential: credential(`${API_KEY}\n${SAMPLE_KEYS['open-webui-api-key'](seededRandom(4))}`) },
    'fail certain key-malformed keysSeveral | noAnswers → operator | copyWhole@own-key, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'cut off',
    { credential: credential(API_KEY.slice(0, 20)) },
    'fail probable key-malformed keyCut(length 20) | noAnswers → operator | copyWhole@own-key, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | length 20 (35) [settings]',
  ],
  [
    'no key of any kind',
    { credential: credential('hello world') },
    'fail probable key-malformed | noAnswers → operator | copyWhole@own-key, makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…} | length 11 (35) [settings]',
  ],
  [
    'a provider’s key, which has a check of its own',
    { credential: credential(SAMPLE_KEYS['anthropic-api'](seededRandom(3))) },
    'ok',
  ],
]);
