import { expect, it } from 'vitest';
import { readModelEquipment } from './model-equipment.ts';
import { dependsOnVersion, usableEquipment } from './unusable-tools.ts';

const equipped = (...toolIds: string[]) => readModelEquipment({ info: { meta: { toolIds } } });

it.each([
  ['0.8.12', ['desk', 'server:mcp:sums'], undefined],
  ['0.9.0', ['desk'], ['server:mcp:sums']],
  ['0.9.1', ['desk'], ['server:mcp:sums']],
  ['0.9.2', ['desk', 'server:mcp:sums'], undefined],
  ['0.12.4', ['desk', 'server:mcp:sums'], undefined],
])('on %s a model with an MCP server is asked for %j', (version, asked, unusable) => {
  const { toolIds, unusableToolIds } = usableEquipment(equipped('desk', 'server:mcp:sums'), version);
  expect(toolIds).toEqual(asked);
  expect(unusableToolIds).toEqual(unusable);
});

it('leaves a model without MCP servers as it is, and needs no version for it', () => {
  const equipment = equipped('desk', 'server:stock');
  expect(usableEquipment(equipment, '0.9.0')).toBe(equipment);
  expect(dependsOnVersion(equipment)).toBe(false);
  expect(dependsOnVersion(equipped('server:mcp:sums'))).toBe(true);
});
