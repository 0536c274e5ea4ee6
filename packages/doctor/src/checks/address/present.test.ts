import { checkTable } from '../../testing/check-table.ts';
import { address } from '../../testing/evidence.ts';
import { addressPresent } from './present.ts';

checkTable(addressPresent, [
  ['an address', { address: address('https://chat.example.com') }, 'ok'],
  [
    'spaces',
    { address: address('  ') },
    'fail certain url-missing | noAnswers → operator | setAddress {OPENWEBUI_URL=https://chat.example.com}',
  ],
]);
