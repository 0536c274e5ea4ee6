import { checkTable } from '../../testing/check-table.ts';
import { front, frontWithoutVersion } from '../../testing/evidence.ts';
import { versionKnown } from './version-known.ts';

checkTable(versionKnown, [
  ['one that was tried', { front: front() }, 'ok | version 0.12.4'],
  ['it is not told', { front: frontWithoutVersion() }, 'info versionHidden'],
  [
    'one that nobody tried',
    { front: front({ openWebUiVersion: '0.99.0' }) },
    'info versionUntried(version 0.99.0, nearest 0.12.4) | version 0.99.0',
  ],
]);
