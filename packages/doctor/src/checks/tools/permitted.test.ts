import { checkTable } from '../../testing/check-table.ts';
import { toolsPermitted } from './permitted.ts';

checkTable(toolsPermitted, [
  ['nobody says how far tools may go', { tools: { toolIds: ['weather'], features: [] } }, 'skip toolModeUntold'],
  ['tools are off', { tools: { mode: 'off', toolIds: ['weather'], features: [] } }, 'skip noToolsAsked'],
  ['the model has none', { tools: { mode: 'one-round', toolIds: [], features: [] } }, 'skip noToolsAsked'],
  [
    'their list was not told',
    { tools: { mode: 'one-round', toolIds: ['weather'], features: [] } },
    'skip toolListUntold',
  ],
  [
    'all are shared with the key',
    { tools: { mode: 'one-round', toolIds: ['weather'], features: [], missing: [] } },
    'ok | tools weather',
  ],
  [
    'one is not',
    { tools: { mode: 'one-round', toolIds: ['weather'], features: [], missing: ['weather'] } },
    'warn certain tool-unavailable toolsMissing(count 1, names weather) | lacksTool → administrator | shareTool, takeToolOff | missingTools weather',
  ],
  [
    'one of a tool server is not',
    { tools: { mode: 'one-round', toolIds: ['server:0'], features: [], missing: ['server:0'] } },
    'warn probable tool-unavailable toolsMissing(count 1, names server:0) | lacksTool → administrator | shareToolServer, takeToolOff | missingTools server:0',
  ],
  [
    'one of each is not',
    {
      tools: { mode: 'whole-agent', toolIds: ['weather', 'server:0'], features: [], missing: ['weather', 'server:0'] },
    },
    'warn certain tool-unavailable toolsMissing(count 2, names weather, server:0) | lacksTool → administrator | shareTool, shareToolServer, takeToolOff | missingTools weather, server:0',
  ],
]);
