import { checkTable } from '../../testing/check-table.ts';
import { address } from '../../testing/evidence.ts';
import { addressPath } from './path.ts';

checkTable(addressPath, [
  ['no path', { address: address('https://chat.example.com/') }, 'ok'],
  ['no address', { address: address('') }, 'ok'],
  [
    'Open WebUI answers below it',
    { address: address('https://example.com/chat', { base: 'https://example.com/chat', pathLeads: 'to-open-webui' }) },
    'ok | address https://example.com/chat [settings]',
  ],
  [
    'nobody answers, with it or without',
    { address: address('https://example.com/chat', { base: 'https://example.com/chat', pathLeads: 'nowhere' }) },
    'ok | address https://example.com/chat [settings]',
  ],
  [
    'the API, pasted along',
    { address: address('https://chat.example.com/api/v1', { pathLeads: 'part-of-it' }) },
    'fail certain url-has-path addressWithPath(path /api) | noAnswers → operator | cutPath {OPENWEBUI_URL=https://chat.example.com} | address /api (https://chat.example.com) [settings]',
  ],
  [
    'a page, pasted along',
    { address: address('https://chat.example.com/workspace/models', { pathLeads: 'root-instead' }) },
    'fail certain url-has-path | noAnswers → operator | cutPath {OPENWEBUI_URL=https://chat.example.com} | address /… (https://chat.example.com) [settings]',
  ],
]);
