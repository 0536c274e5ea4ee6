import { checkTable } from '../../testing/check-table.ts';
import { disk } from './disk.ts';

const MEBIBYTE = 1024 * 1024;

checkTable(disk, [
  ['PostgreSQL is used', { storage: { kind: 'elsewhere' } }, 'skip storedElsewhere'],
  ['no data folder', { storage: { kind: 'none' } }, 'skip noDataFolder'],
  [
    'a folder that is not writable, which has a check of its own',
    { storage: { kind: 'failed', code: 'EACCES' } },
    'skip nothingToSee',
  ],
  ['nobody tells how much is left', { storage: { kind: 'writable' } }, 'info diskUnknown'],
  ['enough', { storage: { kind: 'writable', freeBytes: 500 * MEBIBYTE } }, 'ok | free 500'],
  [
    'some weeks’ worth',
    { storage: { kind: 'writable', freeBytes: 500 * MEBIBYTE - 1 } },
    'warn certain diskFull(megabytes 499) | untilFull → operator | freeDisk {df -h} | free 499',
  ],
  [
    'hardly enough',
    { storage: { kind: 'writable', freeBytes: 20 * MEBIBYTE } },
    'warn certain diskFull(megabytes 20) | untilFull → operator | freeDisk {df -h} | free 20',
  ],
  [
    'too little for a copy of the database',
    { storage: { kind: 'writable', freeBytes: 20 * MEBIBYTE - 1 } },
    'fail certain storage-not-writable diskFull(megabytes 19) | lost → operator | freeDisk {df -h} | free 19',
  ],
]);
