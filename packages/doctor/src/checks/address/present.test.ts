import { checkTable } from '../../testing/check-table.ts';
import { address, own } from '../../testing/evidence.ts';
import { addressPresent } from './present.ts';

const MISNAMED_KEY = { name: 'OPENWEBUI_KEY', meant: 'OPENWEBUI_API_KEY' };

checkTable(addressPresent, [
  ['an address', { address: address('https://chat.example.com'), own: own() }, 'ok'],
  [
    'spaces',
    { address: address('  '), own: own() },
    'fail certain url-missing | noAnswers → operator | setAddress {OPENWEBUI_URL=https://chat.example.com}',
  ],
  [
    'nothing, and a name that is nearly right',
    { address: address(''), own: own({ misnamed: [MISNAMED_KEY, { name: 'openwebui_url', meant: 'OPENWEBUI_URL' }] }) },
    'fail certain url-missing | noAnswers → operator | renameSetting(name openwebui_url, meant OPENWEBUI_URL), setAddress {OPENWEBUI_URL=https://chat.example.com}',
  ],
  [
    'nothing, and a name that is nearly another one',
    { address: address(''), own: own({ misnamed: [MISNAMED_KEY] }) },
    'fail certain url-missing | noAnswers → operator | setAddress {OPENWEBUI_URL=https://chat.example.com}',
  ],
]);
