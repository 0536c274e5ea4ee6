import { checkTable } from '../../testing/check-table.ts';
import { API_KEY, credential, sessionToken } from '../../testing/evidence.ts';
import { keyLasting } from './lasting.ts';

checkTable(keyLasting, [
  ['an API key', { credential: credential(API_KEY) }, 'ok'],
  [
    'a session token',
    { credential: sessionToken(20) },
    'warn certain session-token-used | willStop → operator | makeKey@create-key, putKey {OPENWEBUI_API_KEY=sk-…}',
  ],
]);
