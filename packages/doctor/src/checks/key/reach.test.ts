import { checkTable } from '../../testing/check-table.ts';
import { found, reach } from '../../testing/evidence.ts';
import { keyReach } from './reach.ts';

checkTable(keyReach, [
  ['nothing but what it needs', { reach: reach([found('files', 'open', true), found('chats', 'closed')]) }, 'ok'],
  ['it was not told', { reach: reach([found('chats', 'unknown')]) }, 'info reachUntold'],
  [
    'a key that opens more',
    { reach: reach([found('files', 'open', true), found('chats', 'open'), found('files', 'open')]) },
    'warn certain key-not-restricted reachesMore(count 2) | security → administrator | closePaths@key-restrictions {/api/models} | reach chats+files',
  ],
  [
    'a session token, which opens all that its account may',
    { reach: reach([found('chats', 'open')], { binds: false }) },
    'warn certain key-not-restricted reachesMore(count 1) | security → administrator | makeKey@create-key, closePaths@key-restrictions {/api/models} | reach chats',
  ],
  [
    'some of it was not told, and some is open',
    { reach: reach([found('chats', 'unknown'), found('files', 'open')]) },
    'warn certain key-not-restricted reachesMore(count 1) | security → administrator | closePaths@key-restrictions {/api/models} | reach files',
  ],
]);
