import { checkTable } from '../../testing/check-table.ts';
import { toolsUsed } from './used.ts';

checkTable(toolsUsed, [
  ['nobody says how far tools may go', { tools: { toolIds: ['weather'], features: [] } }, 'skip toolModeUntold'],
  ['tools are off, and the model has none', { tools: { mode: 'off', toolIds: [], features: [] } }, 'ok'],
  [
    'tools are off, and the model has some',
    { tools: { mode: 'off', toolIds: ['weather'], features: ['web_search'] } },
    'info toolsNotUsed | tools weather, web_search',
  ],
  [
    'one round',
    { tools: { mode: 'one-round', version: '0.8.12', toolIds: ['weather'], features: [] } },
    'ok | tools weather',
  ],
  ['one round, of a version that is not told', { tools: { mode: 'one-round', toolIds: [], features: [] } }, 'ok'],
  [
    'one round, of a version that is too old',
    { tools: { mode: 'one-round', version: '0.8.11', toolIds: ['weather'], features: [] } },
    'warn certain upstream-too-old tooOldForTools(version 0.8.11, needed 0.8.12) | noTools → administrator | update(version 0.12.4) | version 0.8.11 (≥ 0.8.12), tools weather',
  ],
  [
    'the whole agent',
    { tools: { mode: 'whole-agent', version: '0.10.2', toolIds: [], features: ['web_search'] } },
    'ok | tools web_search',
  ],
  [
    'the whole agent, of a version that is too old',
    { tools: { mode: 'whole-agent', version: '0.10.1', toolIds: [], features: [] } },
    'warn certain upstream-too-old tooOldForAgent(version 0.10.1, needed 0.10.2) | noAgent → administrator | update(version 0.12.4) | version 0.10.1 (≥ 0.10.2)',
  ],
  [
    'an MCP server where it costs the answer',
    { tools: { mode: 'one-round', version: '0.9.0', toolIds: ['desk'], features: [], unusable: ['server:mcp:sums'] } },
    'warn certain upstream-too-old mcpLosesAnswers(version 0.9.0, names server:mcp:sums) | lacksTool → administrator | update(version 0.12.4), takeToolOff | version 0.9.0 (≥ 0.9.2), tools server:mcp:sums',
  ],
  [
    'an MCP server that would cost the answer, where the whole agent is too new for the version',
    { tools: { mode: 'whole-agent', version: '0.9.0', toolIds: [], features: [], unusable: ['server:mcp:sums'] } },
    'warn certain upstream-too-old tooOldForAgent(version 0.9.0, needed 0.10.2) | noAgent → administrator | update(version 0.12.4) | version 0.9.0 (≥ 0.10.2), tools server:mcp:sums',
  ],
  [
    'native calling that the owner chose, whatever the mode',
    { tools: { mode: 'off', version: '0.9.0', toolIds: [], features: [], callsNatively: true } },
    'warn certain native-calling nativeCallingSet | mayFail → administrator | callByDefault, update(version 0.12.4) | version 0.9.0',
  ],
]);
