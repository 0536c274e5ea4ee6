import { checkTable } from '../../testing/check-table.ts';
import { address } from '../../testing/evidence.ts';
import { addressLoopback } from './loopback.ts';

checkTable(addressLoopback, [
  ['an address elsewhere', { address: address('https://chat.example.com') }, 'ok'],
  [
    'this machine, or this container',
    { address: address('http://localhost:3000') },
    'info loopback | address localhost [settings]',
  ],
  ['no address', { address: address('') }, 'ok'],
]);
