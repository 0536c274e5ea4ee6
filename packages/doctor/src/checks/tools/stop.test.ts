import { checkTable } from '../../testing/check-table.ts';
import { API_KEY, credential, own, sessionToken } from '../../testing/evidence.ts';
import { toolsStop } from './stop.ts';

const agent = own({ tools: 'whole-agent' });
const key = credential(API_KEY);

checkTable(toolsStop, [
  [
    'no whole agent',
    { own: own({ tools: 'one-round' }), agentStop: { kind: 'none', line: '' }, credential: key },
    'skip noWholeAgent',
  ],
  [
    'this Open WebUI cannot run it',
    { own: agent, agentStop: { kind: 'none', line: '' }, credential: key },
    'skip explainedBy(id tools/used)',
  ],
  ['it was not told', { own: agent, agentStop: { kind: 'untold', line: '' }, credential: key }, 'skip nothingToSee'],
  ['the key may', { own: agent, agentStop: { kind: 'open', line: '' }, credential: key }, 'ok'],
  [
    'the key may not',
    { own: agent, agentStop: { kind: 'closed', line: '/api/models,/api/tasks' }, credential: key },
    'warn certain api-key-endpoint-restricted stopForbidden | cannotStop → administrator | allowPaths@key-restrictions {/api/models,/api/tasks}',
  ],
  [
    'a session token may not, which no list binds',
    { own: agent, agentStop: { kind: 'closed', line: '/api/models,/api/tasks' }, credential: sessionToken(20) },
    'warn probable api-key-endpoint-restricted stopForbidden | cannotStop → administrator | allowPaths@key-restrictions {/api/models,/api/tasks}',
  ],
]);
