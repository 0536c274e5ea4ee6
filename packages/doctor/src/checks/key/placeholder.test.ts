import { checkTable } from '../../testing/check-table.ts';
import { API_KEY, credential } from '../../testing/evidence.ts';
import { keyPlaceholder } from './placeholder.ts';

checkTable(keyPlaceholder, [
  ['a key', { credential: credential(API_KEY) }, 'ok'],
  [
    'an example out of a guide',
    { credential: credential('your-api-key-here') },
    'fail probable key-placeholder | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
  [
    'something that may be one',
    { credential: credential('changeme') },
    'fail probable key-placeholder | noAnswers → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
]);
