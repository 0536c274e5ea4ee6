import { checkTable } from '../../testing/check-table.ts';
import { own } from '../../testing/evidence.ts';
import { masterKey } from './master-key.ts';

checkTable(masterKey, [
  ['it is not known here', { own: own() }, 'skip nothingToSee'],
  ['from the settings', { own: own({ masterKey: 'settings' }) }, 'ok'],
  [
    'beside what it encrypts',
    { own: own({ masterKey: 'data-folder' }) },
    'warn certain masterKeyBeside | nothingYet → operator | moveMasterKey {GUICHET_MASTER_KEYS_FILE=/run/secrets/guichet_master_keys}',
  ],
]);
