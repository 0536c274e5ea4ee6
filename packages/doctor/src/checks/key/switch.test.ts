import { checkTable } from '../../testing/check-table.ts';
import { access, front, frontWithoutVersion, refused } from '../../testing/evidence.ts';
import { keySwitch } from './switch.ts';

checkTable(keySwitch, [
  ['its key is taken', { front: front(), access: access('echo') }, 'ok'],
  ['refused for another reason', { front: front(), access: refused('key-unknown') }, 'ok'],
  [
    'keys are on, it says: this account may not have one',
    {
      front: front({ openWebUiVersion: '0.9.4', keysSwitch: true }),
      access: refused('api-keys-disabled', { status: 403 }),
    },
    'fail certain api-keys-not-permitted | noAnswers → administrator | permitGroup@group-permission, permitAll@default-permission | keysSwitch true',
  ],
  [
    'keys are off, it says',
    {
      front: front({ openWebUiVersion: '0.9.4', keysSwitch: false }),
      access: refused('api-keys-disabled', { status: 403 }),
    },
    'fail certain api-keys-disabled keysOff | noAnswers → administrator | switchKeysOn@switch-keys-on, permitGroup@group-permission | status 403',
  ],
  [
    'it hides the switch, and shows the permission',
    { front: front({ openWebUiVersion: '0.11.4' }), access: refused('api-keys-disabled') },
    'fail probable api-keys-disabled | noAnswers → administrator | switchKeysOn@switch-keys-on, permitGroup@group-permission | status 403',
  ],
  [
    'it hides the permission as well',
    { front: front({ openWebUiVersion: '0.12.4' }), access: refused('api-keys-disabled') },
    'fail probable api-keys-disabled | noAnswers → administrator | switchKeysOn@switch-keys-on, permitOnceOn@group-permission | status 403',
  ],
  [
    'it hides even its version',
    { front: frontWithoutVersion(), access: refused('api-keys-disabled') },
    'fail probable api-keys-disabled | noAnswers → administrator | switchKeysOn@switch-keys-on, permitOnceOn@group-permission | status 403',
  ],
  [
    'a version before there was a permission',
    { front: front({ openWebUiVersion: '0.6.36', keysSwitch: true }), access: refused('api-keys-disabled') },
    'fail certain api-keys-disabled keysOff | noAnswers → administrator | switchKeysOn@switch-keys-on | status 403',
  ],
]);
