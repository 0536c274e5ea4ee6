import { checkTable } from '../../testing/check-table.ts';
import { front, frontWithoutVersion } from '../../testing/evidence.ts';
import { versionAgrees } from './version-agrees.ts';

checkTable(versionAgrees, [
  ['both replies name the same', { front: front({ configVersion: '0.12.4' }) }, 'ok'],
  ['one is not told', { front: front() }, 'skip nothingToSee'],
  ['the other is not told', { front: frontWithoutVersion({ configVersion: '0.12.4' }) }, 'skip nothingToSee'],
  [
    'they name two',
    { front: front({ configVersion: '0.11.4' }) },
    'warn probable twoVersions | sometimesFails → administrator | updateAll | version 0.12.4, version 0.11.4',
  ],
]);
