import { checkTable } from '../../testing/check-table.ts';
import { API_KEY, credential } from '../../testing/evidence.ts';
import { keyPresent } from './present.ts';

checkTable(keyPresent, [
  ['a key', { credential: credential(API_KEY) }, 'ok'],
  [
    'nothing',
    { credential: credential('') },
    'fail certain key-missing | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'quotes and nothing in them',
    { credential: credential('""') },
    'fail certain key-missing | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'question marks',
    { credential: credential('???') },
    'fail probable key-missing | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
]);
