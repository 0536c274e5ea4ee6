import { checkTable } from '../../testing/check-table.ts';
import { API_KEY, credential } from '../../testing/evidence.ts';
import { keyClean } from './clean.ts';

checkTable(keyClean, [
  ['nothing around it', { credential: credential(API_KEY) }, 'ok'],
  [
    'quotes and a name in front',
    { credential: credential(`OPENWEBUI_API_KEY="${API_KEY}"`) },
    'info pastedAlong | pastedAlong variable-name, quotes [settings]',
  ],
]);
