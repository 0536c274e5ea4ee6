import { checkTable } from '../../testing/check-table.ts';
import {
  API_KEY,
  access,
  credential,
  front,
  frontWithoutVersion,
  refused,
  sessionToken,
} from '../../testing/evidence.ts';
import { keySwitch } from './switch.ts';

const key = credential(API_KEY);

checkTable(keySwitch, [
  ['its key is taken', { front: front(), access: access('echo'), credential: key }, 'ok'],
  [
    'refused for another reason',
    { front: front(), access: refused('key-unknown'), credential: key },
    'skip nothingToSee',
  ],
  [
    'keys are on, it says: this account may not have one',
    {
      front: front({ openWebUiVersion: '0.9.4', keysSwitch: true }),
      access: refused('api-keys-disabled', { status: 403 }),
      credential: key,
    },
    'fail certain api-keys-not-permitted | noAnswers → administrator | permitGroup@group-permission, permitAll@default-permission | keysSwitch true',
  ],
  [
    'keys are off, it says',
    {
      front: front({ openWebUiVersion: '0.9.4', keysSwitch: false }),
      access: refused('api-keys-disabled', { status: 403 }),
      credential: key,
    },
    'fail certain api-keys-disabled keysOff | noAnswers → administrator | switchKeysOn@switch-keys-on, permitGroup@group-permission | status 403',
  ],
  [
    'it hides the switch, and shows the permission',
    { front: front({ openWebUiVersion: '0.11.4' }), access: refused('api-keys-disabled'), credential: key },
    'fail probable api-keys-disabled | noAnswers → administrator | switchKeysOn@switch-keys-on, permitGroup@group-permission',
  ],
  [
    'it hides the permission as well',
    { front: front({ openWebUiVersion: '0.12.4' }), access: refused('api-keys-disabled'), credential: key },
    'fail probable api-keys-disabled | noAnswers → administrator | switchKeysOn@switch-keys-on, permitOnceOn@group-permission',
  ],
  [
    'it hides even its version',
    { front: frontWithoutVersion(), access: refused('api-keys-disabled'), credential: key },
    'fail probable api-keys-disabled | noAnswers → administrator | switchKeysOn@switch-keys-on, permitOnceOn@group-permission',
  ],
  [
    'a version before there was a permission',
    {
      front: front({ openWebUiVersion: '0.6.36', keysSwitch: true }),
      access: refused('api-keys-disabled'),
      credential: key,
    },
    'fail certain api-keys-disabled keysOff | noAnswers → administrator | switchKeysOn@switch-keys-on',
  ],
  [
    'a session token, which no switch concerns',
    { front: front(), access: access('echo'), credential: sessionToken(20) },
    'skip noApiKey',
  ],
  ['nobody knows why it failed', { front: front(), access: refused('timeout'), credential: key }, 'skip nothingToSee'],
  [
    'refused because the account waits for approval, which it asks later',
    { front: front(), access: refused('account-pending'), credential: key },
    'ok',
  ],
]);
