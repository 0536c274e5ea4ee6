import type { World } from '../world.ts';

/**
 * JSON as Open WebUI writes it into frames of its own: Python's, with spaces and escaped accents, up to 0.11; compact
 * and in raw UTF-8 from 0.12 on.
 */
export function frameJson(value: unknown, world: World): string {
  return world.has('compactFrames') ? JSON.stringify(value) : pythonJson(value);
}

function pythonJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([name, member]) => `${pythonJson(name)}: ${pythonJson(member)}`).join(', ')}}`;
  }
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
