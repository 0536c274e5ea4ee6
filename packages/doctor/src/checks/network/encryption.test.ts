import { checkTable } from '../../testing/check-table.ts';
import { address } from '../../testing/evidence.ts';
import { networkEncryption } from './encryption.ts';

checkTable(networkEncryption, [
  ['encrypted', { address: address('https://chat.example.com') }, 'ok'],
  ['in the clear, in one’s own network', { address: address('http://open-webui:8080') }, 'ok'],
  [
    'in the clear, through the internet',
    { address: address('http://chat.example.com') },
    'warn certain keyTravelsOpen | keyCanBeRead → operator | useHttps {OPENWEBUI_URL=https://chat.example.com}',
  ],
  ['no address', { address: address('') }, 'ok'],
]);
