import { checkTable } from '../../testing/check-table.ts';
import { own } from '../../testing/evidence.ts';
import { runtime } from './runtime.ts';

checkTable(runtime, [
  ['it is not known here', { own: own() }, 'skip nothingToSee'],
  ['the one that Guichet brings along', { own: own({ runtime: '26.0.0' }) }, 'ok | version 26.0.0 (≥ 26.0.0)'],
  [
    'an older one',
    { own: own({ runtime: '24.11.1' }) },
    'warn certain runtimeOld(version 24.11.1) | nothingYet → operator | updateNode {npm start} | version 24.11.1 (≥ 26.0.0)',
  ],
]);
