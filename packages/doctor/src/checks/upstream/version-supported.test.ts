import { checkTable } from '../../testing/check-table.ts';
import { front, frontWithoutVersion } from '../../testing/evidence.ts';
import { versionSupported } from './version-supported.ts';

checkTable(versionSupported, [
  ['it is not told', { front: frontWithoutVersion() }, 'skip versionHidden'],
  ['the oldest', { front: front({ openWebUiVersion: '0.6.36' }) }, 'ok | version 0.6.36 (≥ 0.6.36)'],
  [
    'one before it',
    { front: front({ openWebUiVersion: '0.6.35' }) },
    'fail certain upstream-too-old | noAnswers → administrator | update(version 0.12.4) | version 0.6.35 (≥ 0.6.36)',
  ],
]);
