import { checkTable } from '../../testing/check-table.ts';
import { failed, front, reply } from '../../testing/evidence.ts';
import { upstreamMarkers } from './markers.ts';

checkTable(upstreamMarkers, [
  ['Open WebUI’s mark comes through', { front: front() }, 'ok'],
  ['it does not', { front: front({ health: reply(200, { hasProcessTime: false }) }) }, 'info headersDropped'],
  ['its health was not told', { front: front({ health: failed('timeout') }) }, 'skip nothingToSee'],
]);
