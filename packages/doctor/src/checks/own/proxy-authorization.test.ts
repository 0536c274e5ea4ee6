import { checkTable } from '../../testing/check-table.ts';
import { proxyAuthorization } from './proxy-authorization.ts';

checkTable(proxyAuthorization, [
  ['no public address', { ownDoor: { kind: 'none' } }, 'skip noPublicUrl'],
  [
    'the token came through',
    { ownDoor: { kind: 'answered', status: 401, code: 'token-invalid' } },
    'ok | status 401 [public-address]',
  ],
  [
    'it came through and is old',
    { ownDoor: { kind: 'answered', status: 401, code: 'token-expired' } },
    'ok | status 401 [public-address]',
  ],
  [
    'it did not come through',
    { ownDoor: { kind: 'answered', status: 401, code: 'token-missing' } },
    'fail certain header-stripped ownHeaderLost | noAnswers → proxy | passOwnAuthorization {proxy_set_header Authorization $http_authorization;}, dropOwnPassword | status 401 [public-address], code token-missing [public-address]',
  ],
  ['somebody else answered', { ownDoor: { kind: 'answered', status: 502, code: '' } }, 'skip nothingToSee'],
]);
