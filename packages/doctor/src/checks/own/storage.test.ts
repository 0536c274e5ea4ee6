import { checkTable } from '../../testing/check-table.ts';
import { storage } from './storage.ts';

checkTable(storage, [
  ['no data folder', { storage: { kind: 'none' } }, 'skip noDataFolder'],
  ['PostgreSQL is used', { storage: { kind: 'elsewhere' } }, 'skip storedElsewhere'],
  ['it can be written to', { storage: { kind: 'writable' } }, 'ok'],
  [
    'it belongs to somebody else',
    { storage: { kind: 'failed', code: 'EACCES' } },
    'fail certain storage-not-writable | lost → operator | ownFolder {chown -R "$(id -u)" ./data} | code EACCES',
  ],
  [
    'it is full',
    { storage: { kind: 'failed', code: 'ENOSPC' } },
    'fail certain storage-not-writable | lost → operator | freeDisk | code ENOSPC',
  ],
]);
