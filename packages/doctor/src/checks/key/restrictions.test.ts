import { checkTable } from '../../testing/check-table.ts';
import { found, reach } from '../../testing/evidence.ts';
import { keyRestrictions } from './restrictions.ts';

checkTable(keyRestrictions, [
  ['keys are restricted', { reach: reach([], { restricted: true }) }, 'ok'],
  ['they are not', { reach: reach([]) }, 'info noRestrictions'],
  [
    'a session token, which no list binds',
    { reach: reach([], { binds: false, restricted: true }) },
    'info sessionIsUnbound',
  ],
  [
    'nothing was told of any path',
    { reach: reach([found('chats', 'unknown'), found('files', 'unknown')]) },
    'skip nothingToSee',
  ],
  ['something was told', { reach: reach([found('chats', 'unknown'), found('files', 'open')]) }, 'info noRestrictions'],
]);
