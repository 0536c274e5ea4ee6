import { checkTable } from '../../testing/check-table.ts';
import { address } from '../../testing/evidence.ts';
import { addressForm } from './form.ts';

checkTable(addressForm, [
  ['an address', { address: address('https://chat.example.com') }, 'ok'],
  ['no address at all has a check of its own', { address: address('') }, 'ok'],
  [
    'no protocol',
    { address: address('chat.example.com:3000') },
    'fail certain url-malformed addressWithoutProtocol | noAnswers → operator | writeAddress {OPENWEBUI_URL=https://chat.example.com}',
  ],
  [
    'the scheme twice',
    { address: address('https://https://chat.example.com') },
    'fail certain url-malformed addressSchemeTwice(meant https://chat.example.com) | noAnswers → operator | writeAddress {OPENWEBUI_URL=https://chat.example.com}',
  ],
  [
    'the scheme without its colon',
    { address: address('https//chat.example.com') },
    'fail certain url-malformed addressSchemeBroken(meant https://chat.example.com) | noAnswers → operator | writeAddress {OPENWEBUI_URL=https://chat.example.com}',
  ],
  [
    'a password in it',
    { address: address('https://me:hunter2@chat.example.com') },
    'fail certain url-malformed addressWithPassword | noAnswers → operator | writeAddress {OPENWEBUI_URL=https://chat.example.com}',
  ],
  [
    'the scheme twice and a password',
    { address: address('https://https://me:hunter2@chat.example.com') },
    'fail certain url-malformed addressWithPassword | noAnswers → operator | writeAddress {OPENWEBUI_URL=https://chat.example.com}',
  ],
  [
    'something else',
    { address: address('ftp://chat.example.com') },
    'fail certain url-malformed | noAnswers → operator | writeAddress {OPENWEBUI_URL=https://chat.example.com}',
  ],
]);
