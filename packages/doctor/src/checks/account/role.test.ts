import { checkTable } from '../../testing/check-table.ts';
import { failed } from '../../testing/evidence.ts';
import { accountRole } from './role.ts';

checkTable(accountRole, [
  ['a plain account', { identity: { kind: 'known', role: 'user' } }, 'ok | role user'],
  [
    'an administrator',
    { identity: { kind: 'known', role: 'admin' } },
    'warn certain key-owner-is-admin | keyOpensAll → administrator | addAccount@add-account, makeKeyThere@create-key | role admin (user)',
  ],
  ['nobody says', { identity: failed('api-key-endpoint-restricted') }, 'skip roleNotTold'],
]);
