import { checkTable } from '../../testing/check-table.ts';
import { store } from './store.ts';

checkTable(store, [
  ['nobody can be asked', { store: { kind: 'none' } }, 'skip noStoreAsked'],
  ['it answers', { store: { kind: 'answers', ms: 1 } }, 'ok | replyMs 1'],
  ['it does not', { store: { kind: 'failed' } }, 'fail certain store-unreachable | lost → operator | checkStore'],
]);
