/**
 * Tools that a version of Open WebUI cannot use without losing the answer. 0.9.0 and 0.9.1 close the connection to an
 * MCP server in another task than the one that opened it: the tool ran, the provider answered, and the caller gets a
 * bare 500. Run on 0.9.0; 0.9.2 closes it where it was opened.
 */
import { isAtLeast, isBefore } from '../version-order.ts';
import type { ModelEquipment } from './model-equipment.ts';

/** From here to the next, an answer for which an MCP server was asked is lost. */
const MCP_LOSES_ANSWERS = '0.9.0';
export const MCP_KEEPS_ANSWERS = '0.9.2';

const MCP_PREFIX = 'server:mcp:';

/** Whether the version has to be known before these tools are asked for. */
export function dependsOnVersion({ toolIds }: ModelEquipment): boolean {
  return toolIds.some((id) => id.startsWith(MCP_PREFIX));
}

/** @returns the same equipment, with the tools set apart that this version cannot use */
export function usableEquipment(equipment: ModelEquipment, version: string): ModelEquipment {
  if (!isAtLeast(version, MCP_LOSES_ANSWERS) || !isBefore(version, MCP_KEEPS_ANSWERS)) return equipment;
  const unusable = equipment.toolIds.filter((id) => id.startsWith(MCP_PREFIX));
  if (unusable.length === 0) return equipment;
  const toolIds = equipment.toolIds.filter((id) => !id.startsWith(MCP_PREFIX));
  return { ...equipment, toolIds, unusableToolIds: unusable };
}
