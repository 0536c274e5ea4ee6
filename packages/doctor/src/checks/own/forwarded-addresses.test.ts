import { checkTable } from '../../testing/check-table.ts';
import { own } from '../../testing/evidence.ts';
import { forwardedAddresses } from './forwarded-addresses.ts';

checkTable(forwardedAddresses, [
  ['a command, which sees no visitors', { own: own() }, 'skip forwardedUnseen'],
  ['addresses alone', { own: own({ forwarded: {} }) }, 'ok'],
  [
    'something that is none',
    { own: own({ forwarded: { unread: { entry: 'unknown', times: 12 } } }) },
    'warn probable forwardedUnread(times 12) | oneNetwork → proxy | forwardAddress, forwardNginx {proxy_set_header X-Forwarded-For $remote_addr;} | forwarded unknown',
  ],
]);
