import { checkTable } from '../../testing/check-table.ts';
import { own } from '../../testing/evidence.ts';
import { ownVersion } from './version.ts';

checkTable(ownVersion, [
  ['neither is known', { own: own() }, 'info newestUnknown'],
  ['the newest is not known', { own: own({ version: '0.1.0' }) }, 'info newestUnknown | version 0.1.0'],
  ['ours is not known', { own: own({ latestVersion: '0.2.0' }) }, 'info newestUnknown'],
  ['the newest', { own: own({ version: '0.2.0', latestVersion: '0.2.0' }) }, 'ok | version 0.2.0'],
  [
    'an older one',
    { own: own({ version: '0.1.9', latestVersion: '0.2.0' }) },
    'warn certain updateThere(version 0.2.0) | nothingYet → operator | updateGuichet | version 0.1.9 (0.2.0)',
  ],
]);
