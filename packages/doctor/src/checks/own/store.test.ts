import { checkTable } from '../../testing/check-table.ts';
import { store } from './store.ts';

checkTable(store, [
  ['nobody can be asked', { store: { kind: 'none' } }, 'skip noStoreAsked'],
  ['it answers', { store: { kind: 'answers', ms: 1 } }, 'ok | replyMs 1'],
  [
    'the one in the data folder does not',
    { store: { kind: 'failed', storedIn: 'data-folder' } },
    'fail certain store-unreachable | lost → operator | checkStore',
  ],
  [
    'PostgreSQL does not',
    { store: { kind: 'failed', storedIn: 'postgresql' } },
    'fail certain store-unreachable | lost → operator | checkPostgres',
  ],
]);
