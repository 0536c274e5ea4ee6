/** `meta.builtinTools` with everything closed that would open the account's own things, and nothing else changed. */
import { isRecord } from '../client/error-body.ts';
import { BUILTIN_TOOL_KINDS } from './builtin-tool-kinds.ts';
import { readModelSafety } from './safety-evidence.ts';

/**
 * All kinds of the table are written, those of newer versions too: an update must not open what was closed. What the
 * owner closed stays closed, and a kind that nobody here knows is closed.
 */
export function closeBuiltinTools(meta: Record<string, unknown>): Record<string, unknown> {
  const before = isRecord(meta.builtinTools) ? meta.builtinTools : {};
  const { hasDocuments } = readModelSafety({ info: { meta } });
  const harmless = new Set(
    BUILTIN_TOOL_KINDS.filter(({ opens, name }) => opens === 'nothing' && (name !== 'knowledge' || hasDocuments)).map(
      ({ name }) => name,
    ),
  );
  const names = new Set([...Object.keys(before), ...BUILTIN_TOOL_KINDS.map(({ name }) => name)]);
  return Object.fromEntries([...names].map((name) => [name, harmless.has(name) ? (before[name] ?? true) : false]));
}
