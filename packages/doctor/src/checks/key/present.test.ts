import { checkTable } from '../../testing/check-table.ts';
import { API_KEY, credential, own } from '../../testing/evidence.ts';
import { keyPresent } from './present.ts';

checkTable(keyPresent, [
  ['a key', { credential: credential(API_KEY), own: own() }, 'ok'],
  [
    'nothing',
    { credential: credential(''), own: own() },
    'fail certain key-missing | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'quotes and nothing in them',
    { credential: credential('""'), own: own() },
    'fail certain key-missing | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'question marks',
    { credential: credential('???'), own: own() },
    'fail probable key-missing | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'nothing, and a name of a file that is nearly right',
    {
      credential: credential(''),
      own: own({ misnamed: [{ name: 'OPENWEBUI_KEY_FILE', meant: 'OPENWEBUI_API_KEY_FILE' }] }),
    },
    'fail certain key-missing | noAnswers → operator | renameSetting(name OPENWEBUI_KEY_FILE, meant OPENWEBUI_API_KEY_FILE), makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
]);
